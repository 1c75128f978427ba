use super::*;

const GOOD: &[(&str, Kind)] = &[
    ("UPHOSOKU_000000_9970000001_43_9970000002_15_20250317182009.CSV", Kind::Uphosoku),
    ("UPHOSOKU_202505_9970000001_43_9970000002_15_20250317182009.CSV", Kind::Uphosoku),
    ("UP1KYO_9970000001_43_9970000002_15_20250317182009.CSV", Kind::Up1kyo),
    ("DLT1KYO_9970000001_43_9970000002_15_20250317182009.CSV", Kind::Dlt1kyo),
    ("UP2KYO_9970000001_43_9970000002_15_20250317182009.CSV", Kind::Up2kyo),
    ("UP3KYO_9970000001_43_9970000002_15_20250317182009.CSV", Kind::Up3kyo),
    ("UPPLAN_202505_9970000001_43_9970000002_15_20250317182009.CSV", Kind::Upplan),
    ("UPJSK_202505_9970000002_15_9970000001_43_20250317182009.CSV", Kind::Upjsk),
    ("DLTPLAN_202505_9970000001_43_9970000002_15_20250317182009.CSV", Kind::Dltplan),
    ("DLTJSK_202505_9970000002_15_9970000001_43_20250317182009.CSV", Kind::Dltjsk),
    ("UPSIKYU_202505_9970000001_43_9970000002_15_20250317182009.CSV", Kind::Upsikyu),
    ("UPKIHON_9900000001_46_99A0000002_A6_20250317182009.CSV", Kind::Upkihon),
    ("DLTKIHON_9900000001_46_99A0000002_A6_20250317182009.CSV", Kind::Dltkihon),
    ("UPKIHON_SUB1_9900000001_46_99A0000002_A6_20250317182009.CSV", Kind::UpkihonSub1),
    ("UPKIHON_SUB2_9900000001_46_99A0000002_A6_20250317182009.CSV", Kind::UpkihonSub2),
    ("UPKIHON_IMAGE_9900000001_46_99A0000002_A6_20250317182009_0001.jpg", Kind::UpkihonImage),
    ("UPYOBO_9900000001_46_99A0000002_A6_20250317182009.CSV", Kind::Upyobo),
    ("DLTYOBO_9900000001_46_99A0000002_A6_20250317182009.CSV", Kind::Dltyobo),
    ("UPYOBO_SUB_9900000001_46_99A0000002_A6_20250317182009.CSV", Kind::UpyoboSub),
];

#[test]
fn every_kind_has_a_name_that_parses_and_prints_back() {
    for &(text, kind) in GOOD {
        let parsed = parse(text);
        assert_eq!((parsed.kind, parsed.issues.as_slice()), (Some(kind), &[][..]), "{text}");
        assert_eq!(parsed.name.unwrap().to_string(), text);
    }
    assert!(Kind::ALL.iter().all(|kind| GOOD.iter().any(|(_, good)| good == kind)));
}

#[test]
fn departures_are_named() {
    use NameIssue::*;
    for (text, issue) in [
        ("README.md", NotExchange),
        ("plan.csv", Broken(NamePart::Kind)),
        ("upplan_202505_9970000001_43_9970000002_15_20250317182009.CSV", Broken(NamePart::Kind)),
        ("UPPLAN_202505_9970000001_43_9970000002_15_20250317182009.TXT", Broken(NamePart::Extension)),
        ("UPPLAN_202505_9970000001_43_9970000002_15_20250317182009", Broken(NamePart::Extension)),
        ("UPPLAN_202505_9970000001_43_9970000002_15_20250317182009.csv", ExtensionCase),
        ("UPPLAN_9970000001_43_9970000002_15_20250317182009.CSV", Broken(NamePart::Parts)),
        ("UPPLAN_202513_9970000001_43_9970000002_15_20250317182009.CSV", Broken(NamePart::Month)),
        ("UPPLAN_000000_9970000001_43_9970000002_15_20250317182009.CSV", Broken(NamePart::Month)),
        ("UPPLAN_202505_9970000001_9970000002_20250317182009.CSV", Version3),
        ("UPPLAN_202505_9970000001_430_9970000002_150_20250317182009.CSV", Version40),
        ("UPPLAN_202505_997000001_43_9970000002_15_20250317182009.CSV", NineDigitOffice),
        ("UPPLAN_202505_99700001_43_9970000002_15_20250317182009.CSV", Broken(NamePart::Office)),
        ("UPPLAN_202505__43_9970000002_15_20250317182009.CSV", Broken(NamePart::Office)),
        ("UPPLAN_202505_9970000001__9970000002_15_20250317182009.CSV", Broken(NamePart::ServiceType)),
        ("UPPLAN_202505_9970000001_4_9970000002_15_20250317182009.CSV", Broken(NamePart::ServiceType)),
        ("UPPLAN_202505_9970000001_43_9970000002_15_20250317182009１.CSV", Broken(NamePart::Serial)),
        ("UPPLAN_202505_9970000001_43_9970000002_15_202503171820091.CSV", FifteenDigitSerial),
        ("UPPLAN_202505_9970000001_43_9970000002_15_2025031718200.CSV", Broken(NamePart::Serial)),
        ("UPPLAN_202505_9970000001_43_9970000002_15_20250230182009.CSV", Broken(NamePart::Serial)),
        ("UPPLAN_202505_9970000001_43_9970000002_15_20250317 (1).CSV", Broken(NamePart::Serial)),
        ("UP1KYO_202505_9970000001_43_9970000002_15_20250317182009.CSV", Broken(NamePart::Parts)),
        ("UPKIHON_000000_9900000001_46_99A0000002_A6_20250317182009.CSV", ZeroMonth),
        ("UPKIHON_IMAGE_9900000001_46_99A0000002_A6_20250317182009.jpg", Broken(NamePart::Branch)),
        ("UPKIHON_IMAGE_9900000001_46_99A0000002_A6_20250317182009_0001.JPG", ExtensionCase),
        ("UPKIHON_IMAGE_9900000001_46_99A0000002_A6_20250317182009_0001.png", Broken(NamePart::Extension)),
    ] {
        assert_eq!(parse(text).issues, [issue], "{text}");
    }
}

#[test]
fn a_name_that_is_cut_or_altered_is_never_taken_for_the_same_name() {
    for (text, _) in GOOD {
        for cut in 0..text.len() {
            for altered in
                [text[..cut].to_owned(), text[cut + 1..].to_owned(), text.replacen(&text[cut..=cut], "架", 1)]
            {
                let parsed = parse(&altered);
                let same = parsed.name.is_some_and(|name| name.to_string() == *text);
                assert!(!same || !parsed.issues.is_empty(), "{altered}");
            }
        }
    }
}
