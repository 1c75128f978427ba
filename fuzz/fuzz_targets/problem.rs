//! 断りの文書と返事 / problem documents and other answers.
#![no_main]

fuzz::target!(mock_server::oracle::PROBLEM);
