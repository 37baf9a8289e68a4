use std::io::{self, Read, Write};

use super::*;
use crate::{
    intake::{Outcome, sample},
    text::Lang,
};

/// A file in memory.
pub(in crate::intake) struct Held {
    name: String,
    bytes: Vec<u8>,
}

impl SourceFile for Held {
    fn name(&self) -> &str {
        &self.name
    }

    fn size(&self) -> u64 {
        u64::try_from(self.bytes.len()).unwrap()
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(io::Cursor::new(self.bytes.clone())))
    }
}

pub(in crate::intake) fn held(name: &str, bytes: impl AsRef<[u8]>) -> Arc<dyn SourceFile> {
    Arc::new(Held { name: name.to_owned(), bytes: bytes.as_ref().to_vec() })
}

/// The sample with one file changed.
pub(in crate::intake) fn sample_with(
    name: &str,
    change: impl Fn(Vec<u8>) -> Vec<u8>,
) -> Vec<Arc<dyn SourceFile>> {
    sample()
        .into_iter()
        .map(|file| {
            if file.name() != name {
                return file;
            }
            let mut bytes = Vec::new();
            file.open().unwrap().read_to_end(&mut bytes).unwrap();
            held(name, change(bytes))
        })
        .collect()
}

/// Rows taken and rejects of a whole run.
pub(in crate::intake) fn import(files: &[Arc<dyn SourceFile>]) -> Result<(usize, Vec<Reject>), Vec<Reject>> {
    let plan = survey(Layout::Warehouse, files, &mut |_| {})?;
    let (mut taken, mut rejects) = (0, Vec::new());
    for file in &plan.files {
        for outcome in file.rows().unwrap() {
            match outcome {
                Outcome::Row { .. } => taken += 1,
                Outcome::Rejected(reject) => rejects.push(reject),
            }
        }
    }
    for reject in &rejects {
        is_worded(reject);
    }
    Ok((taken, rejects))
}

/// Both languages say something, with every placeholder filled.
fn is_worded(reject: &Reject) {
    for lang in Lang::ALL {
        for message in [&reject.reason, &reject.remedy] {
            let said = message.say(lang);
            assert!(!said.starts_with("intake-") && !said.contains(['{', '$']), "{said}");
        }
    }
}

fn refused(files: &[Arc<dyn SourceFile>]) -> Vec<(String, Option<u64>, Option<String>, &'static str)> {
    let rejects = survey(Layout::Warehouse, files, &mut |_| {}).err().unwrap_or_default();
    rejects
        .into_iter()
        .map(|reject| {
            is_worded(&reject);
            (reject.file, reject.line, reject.field, reject.code)
        })
        .collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

const HEADER: &str = "customer_no,kind,number\n";

#[test]
fn names_decide_the_table_or_refuse() {
    let text = "customer_no,kind,number\n";
    let table = [
        ("identifiers.csv", None),
        ("identifiers_2026-11.csv.gz", None),
        ("../identifiers.csv", Some("bad_name")),
        ("a/identifiers.csv", Some("bad_name")),
        ("a\\identifiers.csv", Some("bad_name")),
        ("identifiers..csv", Some("bad_name")),
        ("identifiers\u{1b}[2J.csv", Some("bad_name")),
        ("", Some("bad_name")),
        ("identifier.csv", Some("unknown_table")),
        ("branches.csv", Some("unknown_table")),
    ];
    for (name, expected) in table {
        let seen = refused(&[held(name, text)]);
        assert_eq!(seen.first().map(|reject| reject.3), expected, "{name:?}");
        assert!(seen.iter().all(|reject| !reject.0.contains('\u{1b}')));
    }
    let near = survey(Layout::Warehouse, &[held("identifier.csv", text)], &mut |_| {}).err().unwrap();
    assert!(near[0].remedy.say(Lang::Tr).contains("\"identifiers\""));
    assert_eq!(refused(&[])[0].3, "no_files");
}

#[test]
fn parts_of_a_table_come_by_name_and_tables_in_their_order() {
    let files = [
        held("identifiers_2.csv", HEADER),
        held(
            "transactions.csv",
            "amount,transaction_id,account_id,day,currency,balance,operation,text,counterparty\n",
        ),
        held("identifiers_1.csv", HEADER),
    ];
    let plan = survey(Layout::Warehouse, &files, &mut |_| {}).ok().unwrap();
    let names: Vec<&str> = plan.files.iter().map(|file| file.file.name()).collect();
    assert_eq!(names, ["identifiers_1.csv", "identifiers_2.csv", "transactions.csv"]);
    assert_eq!(plan.source.0, "warehouse");
}

#[test]
fn the_digest_is_of_names_and_plain_contents() {
    let digest =
        |files: &[Arc<dyn SourceFile>]| survey(Layout::Warehouse, files, &mut |_| {}).ok().unwrap().digest;
    let one = digest(&[held("identifiers.csv", HEADER)]);
    assert_eq!(one, digest(&[held("identifiers.csv", HEADER)]));
    assert_eq!(one, digest(&[held("identifiers.csv", gzip(HEADER.as_bytes()))]));
    assert_ne!(one, digest(&[held("identifiers_1.csv", HEADER)]));
    assert_ne!(one, digest(&[held("identifiers.csv", format!("{HEADER}\n"))]));
}

#[test]
fn gzip_is_read_and_damage_is_told() {
    let text = format!("{HEADER}1,tckn,10000000146\n");
    let packed = gzip(text.as_bytes());
    let taken = |bytes: &[u8]| {
        import(&[held("identifiers.csv.gz", bytes)]).map(|(taken, rejects)| (taken, rejects.len()))
    };
    assert_eq!(taken(&packed), Ok((1, 0)));
    let two = [gzip(HEADER.as_bytes()), gzip(b"1,tckn,10000000146\n")].concat();
    assert_eq!(taken(&two), Ok((1, 0)));
    for cut in [11, packed.len() / 2, packed.len() - 1] {
        assert_eq!(refused(&[held("identifiers.csv.gz", &packed[..cut])])[0].3, "gzip_damaged", "{cut}");
    }
    let mut flipped = packed.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0x10;
    assert_eq!(refused(&[held("identifiers.csv.gz", flipped)])[0].3, "gzip_damaged");
}

#[test]
fn a_gzip_bomb_is_refused() {
    let bomb = gzip(&vec![b'\n'; 40 * 1024 * 1024]);
    assert_eq!(refused(&[held("identifiers.csv.gz", bomb)])[0].3, "gzip_bomb");
}

#[test]
fn encodings_are_found_and_others_refused_with_their_line() {
    let customers = "customer_no,kind,given,family,title,birth,since,branch\n1,person,Işıl,Şahin,,,,Iğdır\n";
    let latin5 = encoding_rs::WINDOWS_1254.encode(customers).0.into_owned();
    let marked = [b"\xef\xbb\xbf".as_slice(), customers.as_bytes()].concat();
    for bytes in [customers.as_bytes().to_vec(), latin5, marked] {
        let plan = survey(Layout::Warehouse, &[held("customers.csv", &bytes)], &mut |_| {}).ok().unwrap();
        let Some(Outcome::Row { facts, line, .. }) = plan.files[0].rows().unwrap().next() else {
            panic!("no row");
        };
        let [crate::domain::Fact::Customer(customer)] = facts.as_slice() else {
            panic!("no customer");
        };
        let name = customer.name.as_ref().unwrap();
        assert_eq!((line, name.given.as_str(), name.family.as_str()), (2, "Işıl", "Şahin"));
        assert_eq!(customer.branch.as_deref(), Some("Iğdır"));
    }
    let utf16: Vec<u8> = customers.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refused(&[held("customers.csv", utf16)])[0].3, "utf16");
    let windows = [customers.as_bytes(), b"2,person,\x93A\x94,B\xfe,,,,\n"].concat();
    let seen = refused(&[held("customers.csv", windows)]);
    assert_eq!((seen[0].1, seen[0].3), (Some(3), "bad_encoding"));
}

#[test]
fn headers_that_cannot_be_used_are_refused() {
    let table: [(&[u8], &str); 5] = [
        (b"", "bad_header"),
        (b"\n\n", "bad_header"),
        (b"customer_no,kind,number", "bad_header"),
        (b"\"customer_no,kind\n", "bad_header"),
        (b"customer_no;kind;number\n", "column_unknown"),
    ];
    for (bytes, code) in table {
        assert_eq!(refused(&[held("identifiers.csv", bytes)])[0].3, code, "{bytes:?}");
    }
}

#[test]
fn a_file_that_cannot_be_opened_is_refused_by_name() {
    struct Gone;
    impl SourceFile for Gone {
        fn name(&self) -> &'static str {
            "customers.csv"
        }
        fn size(&self) -> u64 {
            0
        }
        fn open(&self) -> io::Result<Box<dyn Read + Send>> {
            Err(io::Error::from(io::ErrorKind::PermissionDenied))
        }
    }
    let seen = refused(&[Arc::new(Gone)]);
    assert_eq!((seen[0].0.as_str(), seen[0].3), ("customers.csv", "unreadable"));
}

#[test]
fn files_of_another_layout_are_told_the_right_command() {
    const XML: &str = "<?xml version=\"1.0\"?>\n<Tarih_Date Tarih=\"04.12.2015\">";
    let told = |layout, files: &[Arc<dyn SourceFile>]| {
        let rejects = survey(layout, files, &mut |_| {}).err().unwrap();
        assert_eq!(rejects.len(), 1, "{rejects:?}");
        rejects.iter().for_each(is_worded);
        (rejects[0].code, rejects[0].remedy.say(Lang::En))
    };
    let berka = [held("client.csv", "a;b\n"), held("trans.csv.gz", "a;b\n")];
    let remedy = |layout: &str| ("other_layout", format!("Run it as: tekil import {layout} …"));
    assert_eq!(told(Layout::Warehouse, &berka), remedy("berka"));
    assert_eq!(told(Layout::Rates, &berka), remedy("berka"));
    assert_eq!(told(Layout::Berka, &sample()), remedy("warehouse"));
    assert_eq!(told(Layout::Rates, &sample()), remedy("warehouse"));
    for layout in [Layout::Berka, Layout::Warehouse] {
        assert_eq!(told(layout, &[held("today.xml", XML)]), remedy("rates"));
    }
    let (code, remedy) = told(Layout::Rates, &[held("notes.txt", "hello\n")]);
    assert!(code == "not_rates" && remedy.contains("today.xml"), "{code} {remedy}");
    // one stray file does not make another layout of the rest
    let mixed = [held("identifiers.csv", HEADER), held("client.csv", "a;b\n")];
    assert_eq!(refused(&mixed), [("client.csv".to_owned(), None, None, "unknown_table")]);
}
