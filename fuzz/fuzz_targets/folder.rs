//! フォルダーの検査とすべての報告 / the check of a folder, and all its reports.
#![no_main]

fuzz::target!(conformance::oracle::FOLDER);
