//! Screens as drawn, to measure real frames.

/// The one screen at the call centre.
pub(super) const CUSTOMER: &str = r#" DENİZ HANIM Y*****Z  No ****4017  TCKN *******8142       Çağrı  MT 0412  10:42
 A2 Değerli · Yatırımcı · 11 yıl · Kadıköy Şb  Kimlik ✓  İzin Ara✓ SMS✗ E-posta?
───────────────────────────────────────┬────────────────────────────────────────
 ÖZET                             g o  │ UYARILAR 6                         g u
  Kart ·1903  borç        -18.420,50   │ !! Takipteki çek 45.000 TL       12.11
       kullanılabilir      21.579,50   │ !  Kart ödemesi 1 gün gecikti    23.11
  Vadesiz TL (tümü çekilir) 8.412,36   │ !  Ayrılma riski %71 · geçen ay %48
  Vadeli TL             1.342.300,00   │ !  Son hata: ATM çekim reddi     23.11
  USD 12.450,00 · Fon TL  155.000,00   │ ?  E-posta eksik                   i a
  Kredi borcu            -210.000,00   │ ?  Adres teyidi 26 ay önce         i a
  Ömür değeri -▁▂▃▃▄▅▅▆▇  96,4 bin ▲   │
───────────────────────────────────────┴────────────────────────────────────────
 TEKLİFLER  7 adaydan en iyi 3 · 2 kredi elendi: takipteki çek              g t
 ▸1  Para piyasası fonu                300 bin TL                     kabul %41
  2  Vadeli yenileme %43               IVR 23.11, kesin, 01.12'ye dek kabul %38
  3  Konut sigortası yenileme          bitiş 14.12                    kabul %29
    Neden: 500 bin TL vadelinin bitişine 7 gün · benzer 100 müşteriden 41'i aldı
    Deyin: "Vadeniz 1 Aralık'ta doluyor; bir kısmını fonda değerlendirelim mi?"
────────────────────────────────────────────────────────────────────────────────
 ŞİKÂYETLER  90 günde 2                                            0 açık  g s
    18.11  Kart aidatı iadesi         5 günde kapandı           memnuniyet 3/5
    02.11  ATM'de para sıkışması      2 günde kapandı           memnuniyet 4/5
 Olası neden: 23.11 18:52 ATM çekim reddi · kart ödemesi 1 gün gecikmiş
 Enter aç  1-3 teklif  r ret  i işlem  / ara  g git  n not  ? tuşlar  : komut"#;

/// The same with plain marks and lines.
pub(super) const CUSTOMER_ASCII: &str = r#" DENİZ HANIM Y*****Z  No ****4017  TCKN *******8142       Çağrı  MT 0412  10:42
 A2 Değerli . Yatırımcı . 11 yıl . Kadıköy Şb  Kimlik +  İzin Ara+ SMSx E-posta?
---------------------------------------+----------------------------------------
 ÖZET                             g o  | UYARILAR 6                         g u
  Kart .1903  borç        -18.420,50   | !! Takipteki çek 45.000 TL       12.11
       kullanılabilir      21.579,50   | !  Kart ödemesi 1 gün gecikti    23.11
  Vadesiz TL (tümü çekilir) 8.412,36   | !  Ayrılma riski %71 . geçen ay %48
  Vadeli TL             1.342.300,00   | !  Son hata: ATM çekim reddi     23.11
  USD 12.450,00 . Fon TL  155.000,00   | ?  E-posta eksik                   i a
  Kredi borcu            -210.000,00   | ?  Adres teyidi 26 ay önce         i a
  Ömür değeri -_....---=  96,4 bin ^   |
---------------------------------------+----------------------------------------
 TEKLİFLER  7 adaydan en iyi 3 . 2 kredi elendi: takipteki çek              g t
 >1  Para piyasası fonu                300 bin TL                     kabul %41
  2  Vadeli yenileme %43               IVR 23.11, kesin, 01.12'ye dek kabul %38
  3  Konut sigortası yenileme          bitiş 14.12                    kabul %29
    Neden: 500 bin TL vadelinin bitişine 7 gün . benzer 100 müşteriden 41'i aldı
    Deyin: "Vadeniz 1 Aralık'ta doluyor; bir kısmını fonda değerlendirelim mi?"
--------------------------------------------------------------------------------
 ŞİKÂYETLER  90 günde 2                                            0 açık  g s
    18.11  Kart aidatı iadesi         5 günde kapandı           memnuniyet 3/5
    02.11  ATM'de para sıkışması      2 günde kapandı           memnuniyet 4/5
 Olası neden: 23.11 18:52 ATM çekim reddi . kart ödemesi 1 gün gecikmiş
 Enter aç  1-3 teklif  r ret  i işlem  / ara  g git  n not  ? tuşlar  : komut"#;

/// Start and find.
pub(super) const START: &str = r#" tekil                                                    Çağrı  MT 0412  10:42
────────────────────────────────────────────────────────────────────────────────
 ARA  isil yilmz_                                     8 kişi · 1.000.000 müşteri

 ▸ IŞIL Y****Z          No ****2210   Moda Şb           1985   A1 Değerli
   IŞIL Y****Z          No ****8034   Bornova Şb        1992   B2 Genç
   IŞILAY Y****Z        No ****5127   Kadıköy Şb        1971   B1 Emekli
   IŞIL Y******Z        No ****0093   Çankaya Şb        1999   C  Yeni

   Ad (yanlış yazım olur), müşteri no, TCKN, telefon, IBAN, kart son 4

────────────────────────────────────────────────────────────────────────────────
 BEKLEYEN İŞLERİM  3                                                        g b
   17:00  Dönüş sözü          HALE T****N       kart aidatı iadesi
   bugün  Taslak 2/3          KEREM A****N      Boz → Döviz → Fon
   bugün  Onay bekliyor       SELİN K***A       kart limiti 60.000 TL


 ARAYIN, ÇÜNKÜ  2
   OYA T****R      vadesi yarın doluyor 250 bin TL      "yenileyelim mi?"
   CAN D****Z      askerlik 12.2026'da başlıyor         "kart ve talimatlar"

 Yarım kalan iş: KEREM A****N, Boz → Döviz → Fon 2/3. Listeye: Tab, Enter
 Enter aç  ↑↓ seç  Tab işlerim  F10 yeni müşteri  F11 EN  F1 yardım"#;
