//! Turkish names of invented people: given and family names that are common in the country, put together by
//! draws. The lists stand with the most common first, and the first are drawn most often, as in life.

use crate::domain::customer::Name;

/// Given names of women.
pub const WOMEN: &str = "
Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Zehra Sultan Hanife Merve Havva Zeliha Esra Fadime Özlem
Hacer Melek Yasemin Hülya Cemile Sevim Gülsüm Leyla Büşra Dilek Songül Halime Filiz Kübra Aysel Tuğba Sevgi
Rabia Kadriye Gamze Hava Nurcan Döndü Gülay Seda Aynur Ebru Asiye Cansu Nazlı Pınar Derya Serpil Sibel Gül
Betül Türkan Semra Hafize Naciye Nermin Şengül Aslı İrem Selma Müzeyyen Ceren Gizem Gönül Nuray Saniye Necla
Tülay Arzu Yeter Rukiye Sevda Ayten Kezban Remziye Funda Nuriye Safiye Güler Didem Eda Bahar Feride Beyza
İlknur Nilgün Perihan Işıl Işılay Işık İpek Çiğdem Şeyma Şule Öykü Ülkü Ümran Gülşah Ilgın Damla Ezgi
Nihal Nilüfer Yıldız Zübeyde Müge Oya Hale Lale Jale Selin Sinem Simge Defne Duru Ecrin Azra Nehir Asya
Eylül Mine Hande Berna Burcu Banu Aylin Başak Çağla Demet Figen Gonca İnci Meltem Nesrin Özge Pelin Reyhan
Sema Şebnem Tuba Vildan Yeliz Zerrin Deniz Kıymet Nadide Mukaddes Hâle Nâlan Leman Şükran Hüsniye
";

/// Given names of men.
pub const MEN: &str = "
Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Süleyman Abdullah
Mahmut Recep Salih Fatih Kadir Emre Hakan Adem Kemal Yaşar Bekir Musa Metin Bayram Serkan Orhan Burak Furkan
Gökhan Uğur Yakup Muhammed Yunus Sinan Cemal Enes Selim Onur Hamza Arif İlhan Volkan Ercan Erkan Cengiz Tuncay
Kenan Ferhat Bülent Şaban Yasin Ümit Levent Fikret Nihat Engin Sedat Erol Cihan Okan Veli Hamit Zeki Necati
Barış Tolga Ersin Rıza Sabri Cem Deniz Koray Umut Oğuz Berat Batuhan Berkay Doğukan Eren Efe Kaan Kerem Mert
Arda Çağrı Çağatay Caner Can Cahit Cevdet Coşkun Doğan Duran Ekrem Emin Erdal Erdem Ergün Ertuğrul Fahri
Faruk Fırat Galip Güven Haluk Harun Haydar Hikmet Hüsnü Işık Ilgaz İdris İhsan İlker İlyas İrfan İsa İzzet
Kâzım Kâmil Kerim Korkut Latif Mansur Mesut Mete Mevlüt Muammer Mücahit Nazım Nuri Oktay Ozan Özcan Özgür Polat
Raif Rasim Rıdvan Sadık Sami Savaş Serdar Serhat Seyfi Şahin Şakir Şener Şerif Şevket Şükrü Taha Tahsin Taner
Tarık Tayfun Turgut Turan Vedat Yavuz Yiğit Yıldırım Zafer Ziya Bilâl Çetin Görkem Iğdır Alp
";

/// Family names.
pub const FAMILIES: &str = "
Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç
Kurt Özkan Şimşek Polat Korkmaz Özcan Çakır Erdoğan Yavuz Can Acar Aktaş Güneş Bozkurt Bulut Keskin Ünal Turan
Gül Özer Işık Kaplan Avcı Sarı Tekin Taş Köse Yüksel Ateş Aksoy Güler Uçar Karaca Toprak Durmaz Türk Çiftçi
Coşkun Tunç Demirci Bayram Kocabaş Duman Uysal Aydoğan Erol Sönmez Deniz Altun Bilgin Karakaya Çoban Albayrak
Ay Gündoğdu Kahraman Karadağ Akın Baş Ekinci Uzun Demirel Yalçın Kıran Er Başaran Ceylan Ergün Tan Güven Eren
Karataş Erdem Akbaş Ekici Topal Kartal Balcı Şen Kuş Soylu Akgül Karakuş Yaman Gök Bozdağ Uzunoğlu Dağ
Kalkan Altıntaş Tosun Alkan Güngör Bal Şeker Akyol Ersoy Elmas Yalçınkaya Parlak Ulusoy Dinç Dursun Çınar Orhan
Gürbüz Karabulut Sezer Sevim Ertürk Akkaya Ünlü Aras Bayrak Turgut Akçay Mutlu Özgür Oruç Peker Genç Esen
Bektaş Tuncer Karaman Karagöz Ilgaz Işıklı Irmak Iğdırlı Ilıcalı İnan İnce İpek İlhan İşler İmamoğlu İçöz Öz
Ögel Öğüt Önal Örs Ötken Övünç Özbek Özbay Özen Özgül Özmen Öztaş Öner Ünsal Üstün Ülker Ülgen Ürün Üner
Çağlar Çalışkan Çam Çavuş Çevik Çiçek Çimen Çolak Çağlayan Çetinkaya Çelebi Çankaya Şanlı Şaşmaz Şenol Şentürk
Şengül Şener Şirin Şişman Şafak Şahbaz Gümüş Günay Gündüz Güleç Gürsoy Göçmen Göktaş Gökçe Gezer Geçgel
Gediz Girgin Gültekin Gürel Göğüş Ağaoğlu Ağır Akdağ Akman Akpınar Aksu Akşit Aktürk Alagöz Alp Altay
Altunbaş Apaydın Arıkan Arı Armutçu Asan Atalay Atasoy Avşar Ayaz Aygün Aykut Ayhan Azak Babacan Bahar Bakır
Balaban Baran Barut Başar Baykal Bayındır Baysal Benli Berber Beyaz Bilge Bilgiç Biçer Bingöl Boran Boz Bozoğlu
Budak Bulgur Bülbül Büyük Cebeci Cengiz Cesur Cihan Cömert Dal Dalkılıç Danış Değirmenci Demirtaş Demirkan
Derin Dikmen Dilek Dinçer Doğru Dönmez Durak Duran Durmuş Ege Eker Ekşi Elçi Elibol Emre Engin Eraslan Erbaş
Erdal Ergin Erkan Ermiş Ertan Ertuğrul Eryılmaz Eser Fidan Fırat Filiz Gedik Hacıoğlu Halıcı Hazar Helvacı
Kabak Kadıoğlu Kaçar Kalaycı Kandemir Kaptan Karaaslan Karaçam Karadeniz Karakoç Karakurt Karasu Karayel Kasap
Kavak Kayaalp Kaymak Kazancı Keleş Kemer Kesici Kiraz Kırmızı Kızılkaya Kocaman Kolcu Konak Koyuncu Köksal Kömürcü
Köroğlu Küçük Kuru Kuyumcu Mercan Mert Metin Nalbant Oğuz Okur Olgun Oral Orak Pamuk Pehlivan Pınar Sağlam
Saka Sarıkaya Savaş Sayın Seçkin Selçuk Sert Soysal Söğüt Sucu Süzer Taşçı Taşkın Tatlı Tekeli Temel Temiz
Terzi Tezcan Tok Toker Tokgöz Topçu Toptaş Tuğrul Tuna Turhan Türkmen Türkoğlu Uçan Uğurlu Ulu Uslu Usta Uyanık
Varol Vural Yağcı Yağmur Yaşar Yazıcı Yeşil Yiğit Yorulmaz Yurt Yücel Zengin Zeybek Zorlu
";

/// One person in so many has two given names.
const SECOND_GIVEN_EVERY: u64 = 5;

/// Where names are drawn from.
#[derive(Debug, Clone)]
pub struct Names {
    women: Vec<&'static str>,
    men: Vec<&'static str>,
    families: Vec<&'static str>,
}

impl Default for Names {
    fn default() -> Names {
        Names::new()
    }
}

impl Names {
    /// The lists of this module.
    #[must_use]
    pub fn new() -> Names {
        let words = |list: &'static str| list.split_whitespace().collect();
        Names { women: words(WOMEN), men: words(MEN), families: words(FAMILIES) }
    }

    /// A woman's or a man's name by evenly spread draws; the same draws give the same name.
    pub fn person(&self, woman: bool, draw: &mut dyn FnMut() -> u64) -> Name {
        let given = if woman { &self.women } else { &self.men };
        let mut first = pick(given, draw).to_owned();
        if draw().is_multiple_of(SECOND_GIVEN_EVERY) {
            let second = pick(given, draw);
            if second != first {
                first = format!("{first} {second}");
            }
        }
        Name { given: first, family: pick(&self.families, draw).to_owned() }
    }

    /// How many given and family names there are.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.women.len() + self.men.len(), self.families.len())
    }
}

/// The lowest of three draws: the head of a list comes three times as often as in an even draw.
fn pick<'a>(list: &[&'a str], draw: &mut dyn FnMut() -> u64) -> &'a str {
    let count = u64::try_from(list.len()).unwrap_or(u64::MAX).max(1);
    let lowest = (0..3).map(|_| draw() % count).min().unwrap_or_default();
    let at = usize::try_from(lowest).unwrap_or_default();
    list.get(at).copied().unwrap_or_default()
}

/// Evenly spread numbers from a seed (splitmix64): the draws of [`Names::person`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws(u64);

impl Draws {
    /// The same seed gives the same numbers.
    #[must_use]
    pub const fn new(seed: u64) -> Draws {
        Draws(seed)
    }

    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let number = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        number ^ (number >> 31)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::{fold::fold, safe};

    #[test]
    fn the_lists_are_long_enough_and_name_each_once() {
        let names = Names::new();
        let (given, family) = names.counts();
        assert!(given >= 200, "{given} given names");
        assert!(family >= 300, "{family} family names");
        for list in [&names.women, &names.men, &names.families] {
            let mut seen = BTreeSet::new();
            for name in list {
                assert!(seen.insert(*name), "{name} stands twice");
                assert_eq!(safe::line(name), *name);
                assert!(fold(name).bytes().all(|byte| byte.is_ascii_lowercase()), "{name}");
            }
        }
    }

    #[test]
    fn equal_draws_give_equal_names_and_common_ones_come_often() {
        let names = Names::new();
        let people = |seed| {
            let mut draws = Draws::new(seed);
            let mut draw = || draws.draw();
            (0..20_000).map(|at| names.person(at % 2 == 0, &mut draw)).collect::<Vec<Name>>()
        };
        let first = people(42);
        assert_eq!(first, people(42));
        assert_ne!(first, people(43));
        let yilmaz = first.iter().filter(|name| name.family == "Yılmaz").count();
        let zorlu = first.iter().filter(|name| name.family == "Zorlu").count();
        assert!(yilmaz > 50 && yilmaz > 10 * zorlu, "{yilmaz} {zorlu}");
        assert!(first.iter().any(|name| name.given.contains(' ')));
    }
}
