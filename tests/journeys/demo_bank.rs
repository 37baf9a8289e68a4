//! `tekil demo`: a bank from one command.

use std::{
    collections::BTreeSet,
    process::{Command, Stdio},
};

use serde_json::json;

use crate::world::{World, assert_harmless, text};

const CUSTOMERS: [&str; 3] = ["demo", "--customers", "300"];

#[test]
fn the_same_seed_gives_the_same_bank_and_another_seed_another() {
    let [one, other, third] = [World::new(), World::new(), World::new()];
    let (code, report) = one.json(&CUSTOMERS);
    assert_eq!((code, &report["customers"]), (0, &json!(300)));
    for (key, least) in [("accounts", 550), ("transactions", 3_000), ("complaints", 10)] {
        assert!(report[key].as_u64().unwrap() >= least, "{key} {report}");
    }
    assert_eq!(other.json(&CUSTOMERS), (0, report.clone()));
    assert_eq!(one.state_hash(), other.state_hash());
    third.run(&[&CUSTOMERS[..], &["--seed", "7"]].concat()).good();
    assert_ne!(third.state_hash(), one.state_hash());
}

#[test]
fn every_story_is_listed_in_both_languages_and_opens() {
    let world = World::new();
    let (_, report) = world.json(&CUSTOMERS);
    let stories = report["stories"].as_array().unwrap();
    let names: BTreeSet<&str> = stories.iter().map(|story| story["story"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 13);
    for story in [
        "break-fx-fund",
        "bounced-cheque",
        "ivr-card-limit",
        "wedding",
        "military-service",
        "cancellation",
        "duplicate-pair",
        "twins",
        "bad-mood",
        "complaint-closes-sales",
        "atm-refusal",
        "missing-contact-data",
        "company-three-contacts",
    ] {
        assert!(names.contains(story), "{story}");
    }
    for story in stories {
        let shown = world.run(&["show", &story["customer"].to_string()]).good();
        assert_harmless(&shown.out);
    }
    let other = World::new();
    let said = other.run(&["demo", "--customers", "60", "--lang", "en"]).good().out;
    for story in stories {
        assert!(said.contains(story["title"]["en"].as_str().unwrap()), "{story} in {said}");
    }
}

/// Customer, and what proves the story on the one screen of 80x24 in Turkish and in English.
const PROOFS: [(u64, &str, &str); 14] = [
    (10_014_017, "500 bin TL vadelinin bitişine 7 gün", "500k TRY deposit matures in 7 days"),
    (10_015_518, "Takipteki çek 82.500 TL", "Bounced cheque 82,500 TRY"),
    (10_012_876, "IVR ile aynı karar, burada da geçerli", "same decision as on IVR, valid here too"),
    (10_017_733, "evlilik 06.2027", "wedding 06.2027"),
    (10_023_391, "askerlik 12.2026", "service 12.2026"),
    (10_018_690, "Kart iptali", "Cancelling a card"),
    (10_016_409, "Aynı kişi olabilir: No ****6410", "May be the same person: No ****6410"),
    (10_016_410, "Aynı kişi olabilir: No ****6409", "May be the same person: No ****6409"),
    (10_019_264, "İkizi var, ayrı kişi: No ****9265", "Twin, another person: No ****9265"),
    (10_019_265, "İkizi var, ayrı kişi: No ****9264", "Twin, another person: No ****9264"),
    (10_021_135, "satış kapalı: müşteri gergin", "sales closed: the customer is upset"),
    (10_024_017, "dönüş sözü bugün 17:00", "call back today 17:00"),
    (10_020_779, "Kimlik numarası eksik", "Identity number missing"),
    (10_030_011, "Yetkililer 3 NURCAN Ö*****I (imza)", "Contacts 3  NURCAN Ö*****I (signs)"),
];

#[test]
fn every_story_shows_on_the_one_screen_what_its_title_says() {
    let world = World::filled();
    for (customer, tr, en) in PROOFS {
        for (lang, proof) in [("tr", tr), ("en", en)] {
            let shown = world.run(&["show", &customer.to_string(), "--lang", lang]).good().out;
            assert!(shown.contains(proof), "{customer}: {proof} in\n{shown}");
            let plain = world.run(&["show", &customer.to_string(), "--lang", lang, "--plain"]).good().out;
            let said = proof.replace(" · ", ", ");
            let said = said.split_once(" NURCAN").map_or(said.as_str(), |(before, _)| before.trim_end());
            assert!(plain.contains(said), "{customer}: {said} in\n{plain}");
        }
    }
}

#[test]
fn who_else_may_be_this_person_is_explained() {
    let world = World::filled();
    let (code, told) = world.json(&["why", "10016409", "alert", "same-person"]);
    assert_eq!((code, &told["fired"]), (0, &json!(true)), "{told}");
    for word in ["****6410", "kin.same", "ad, doğum günü ve telefon aynı"] {
        assert!(told.to_string().contains(word), "{word}: {told}");
    }
    // a whole number is nobody's to read here
    assert!(!told.to_string().contains("10016410"), "{told}");
    let (code, screen) = world.json(&["show", "10019264"]);
    let alerts = screen["alerts"].as_array().unwrap();
    let twin = alerts.iter().find(|alert| alert["id"] == "twin").unwrap();
    assert_eq!((code, &twin["severity"]), (0, &json!("note")), "{twin}");
}

#[test]
fn a_store_that_holds_something_is_left_alone() {
    let world = World::filled();
    let before = world.state_hash();
    world.run(&["demo"]).refused(2, 1, &["boş değil", "--store"]);
    world.run(&["demo", "--lang", "en"]).refused(2, 1, &["not empty", "--store"]);
    assert_eq!(world.json(&["demo"]).1["error"]["code"], "store_not_empty");
    assert_eq!(world.state_hash(), before);
}

#[test]
fn sizes_and_seeds_that_cannot_be_are_refused_before_anything_is_made() {
    let world = World::new();
    for (option, value) in [
        ("--customers", "0"),
        ("--customers", "49"),
        ("--customers", "5000001"),
        ("--customers", "bin"),
        ("--customers", "-1"),
        ("--seed", "x"),
    ] {
        let answer = world.run(&["demo", &format!("{option}={value}")]);
        assert_eq!(answer.code, 2, "{answer:?}");
        assert!(answer.err.contains(option) && answer.err.contains(value), "{answer:?}");
    }
    assert!(!world.store().exists());
}

/// A fill that is killed says so at every start, and what to do about it.
#[test]
fn a_killed_fill_is_never_taken_for_a_bank() {
    let world = World::new();
    let mut fill: Command = world.command();
    fill.args(["demo", "--customers", "100000"]).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = fill.spawn().unwrap();
    // the first frames are written when the journal has grown past its header
    let journal = world.store().join("journal");
    let grown = || {
        let files = std::fs::read_dir(&journal).into_iter().flatten().flatten();
        files.filter_map(|file| file.metadata().ok()).map(|meta| meta.len()).sum::<u64>() > 200_000
    };
    while !grown() {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it was killed");
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    world.run(&["demo"]).refused(2, 2, &["yarıda", "Klasörü silin", text(&world.store())]);
    world.run(&["--lang", "en"]).refused(2, 2, &["cut off", "Delete the folder"]);
    assert_eq!(world.json(&["verify"]).0, 5);
}

/// The drawn customer at 132x43, from the second row to the one but last: the first names the operator, the last the
/// keys, and no flow mends an alert yet.
const WIDE: &str = " A2 Değerli · Yatırımcı · 11 yıl · Kadıköy Şb                             Kimlik ✓ 2/2    İzin Ara✓ SMS✗ E-posta?   Duygu nötr
─────────────────────────────────────────────────────────────────┬──────────────────────────────────────────────────────────────────
 ÖZET                                                       g o  │ UYARILAR 6                                                   g u
  Kart ·1903 borç       -18.420,50   limit 40.000 · kullanım %46 │ !! Takipteki çek 45.000 TL · No 7741                       12.11
       kullanılabilir    21.579,50   asgari 3.684,10             │ !  Kart ödemesi 1 gün gecikti · asgari 3.684,10            23.11
  Vadesiz TL              8.412,36   KMH yok                     │ !  Ayrılma riski %71 · geçen ay %48 · eşik %60             24.11
  Vadeli TL           1.342.300,00   3 hesap · ilk vade 01.12    │ !  Son hata: ATM çekim reddi, günlük limit · 18:52         23.11
  USD                    12.450,00   1 hesap                     │ ?  E-posta eksik
  Fon                   155.000,00   PPF %62 · Hisse %38         │ ?  Adres teyidi 26 ay önce
  Kredi borcu          -210.000,00   Konut · 14/120 · zamanında  │
                                                                 │
  Net varlık          1.812.455,11   TL karşılığı, alış kuru     │
  Ömür değeri -▁▁▂▃▃▄▄▅▅▆▆▇▇█        96,4 bin TL · başabaş 14. ay│
  Kârlılık        bu yıl 6.120 TL · geçen yıl 4.870 TL           │
  Davranış        sık ve yüksek tutarlı · mobil 18/ay, çağrı 2/ay│
  Ayrılma         ▃▃▄▄▅▇  %71   neden: rakip faiz araştırması    │
  Yaşam olayı     çocuk doğumu (03.2026, müşteri söyledi)        │
─────────────────────────────────────────────────────────────────┴──────────────────────────────────────────────────────────────────
 TEKLİFLER  7 adaydan en iyi 5                                               2 kredi elendi: takipteki çek varken önerilmez      g t

 ▸1  Para piyasası fonu            300 bin TL          kabul %41   500 bin TL vadeliye 7 gün kaldı · benzer 100 müşteriden 41'i aldı
  2  Vadeli yenileme %43           IVR 23.11, kesin    kabul %38   IVR ile aynı karar, burada da geçerli, son 01.12 · bugünkü %41
  3  Konut sigortası yenileme      bitiş 14.12         kabul %29   geçen yıl Kadıköy Şb · fiyat 30.11'e kadar sabit
  4  Çocuk birikim hesabı          yaşam olayı         kabul %22   doğum 03.2026 · Tam Bana Göre: aile kategorisi
  5  Otomatik fatura talimatı      3 fatura            kabul %18   mobilden elle ödüyor · her ay 3 kez
    Deyin: \"Vadeniz 1 Aralık'ta doluyor; bir kısmını fonda değerlendirelim mi?\"

────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 ŞİKÂYETLER  90 günde 2 · 12 ayda 6                                                                                     0 açık  g s

    18.11  Kart aidatı iadesi          Çağrı     5 günde kapandı     memnuniyet 3/5 · 480 TL iade
    02.11  ATM'de para sıkışması       Şube      2 günde kapandı     memnuniyet 4/5 · 1.200 TL iade
    06.08  İzinsiz SMS                 Mobil     1 günde kapandı     izin düzeltildi
    21.06  Kart teslim gecikmesi       Çağrı     4 günde kapandı     memnuniyet 3/5
    03.05  Döviz kuru farkı            Mobil     2 günde kapandı     memnuniyet 5/5
    11.02  Bekleme süresi              Şube      3 günde kapandı     anket yanıtı yok




 Olası neden: 23.11 18:52 ATM çekim reddi (günlük limit) · kart ödemesi 1 gün gecikti · IVR %43
";

#[test]
fn the_first_story_is_the_drawn_customer_on_a_wide_screen_too() {
    let world = World::filled();
    let shown = world.run(&["show", "10014017", "--size", "132x43"]).good().out;
    let rows: Vec<&str> = shown.lines().collect();
    assert_eq!(rows.len(), 43);
    let first = "DENİZ HANIM Y*****Z   No ****4017   TCKN *******8142   GSM 05** *** ** 17   Çağrı 10:39'dan beri  DEMO demo   \
                 24.11.2026 Salı 10:42";
    assert_eq!(rows[0].trim(), first);
    for (row, (shown, drawn)) in rows[1..42].iter().zip(WIDE.lines()).enumerate() {
        assert_eq!(shown.trim_end(), drawn, "row {}", row + 2);
    }
}

/// What the stories are told for stands on their screens.
#[test]
fn the_stories_show_what_they_are_planted_for() {
    let world = World::filled();
    for (customer, words) in [
        (
            "10018690",
            &["▸   Hizmet: elde tutma görüşmesi", "Deyin: \"Bizden memnun musunuz", "  1  Vadeli hesap"][..],
        ),
        (
            "10021135",
            &[
                "satış kapalı: müşteri gergin",
                "▸   Hizmet: önce dinleyin",
                "Neden: müşteri 23.11",
                "Deyin: \"",
            ],
        ),
        ("10012876", &["Kart limiti 60.000 TL", "Olası neden: IVR teklifi 60.000 TL ·"]),
        ("10011042", &["ATM çekim reddi · 2 kez", "23.11 21:16 ATM çekim reddi, 2 kez"]),
        ("10020779", &["Adres eksik", "Kimlik ?"]),
        ("10024017", &["Olası neden: bugün 17:00'ye dönüş sözü var · 23.11 18:52 ATM çekim reddi"]),
    ] {
        let shown = world.run(&["show", customer]).good().out;
        for word in words {
            assert!(shown.contains(word), "{customer} lacks {word}:\n{shown}");
        }
        assert!(!shown.contains("Hizmet") || shown.contains("Deyin:"), "{shown}");
    }
}
