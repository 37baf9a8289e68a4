//! Branches: real districts, each with its city and the first digits of its postal code.

use super::dice::Dice;

/// A branch and where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) branch: &'static str,
    pub(super) city: &'static str,
    pub(super) postal: &'static str,
}

/// Branch, city, postal code; the busiest come first and are drawn most.
const PLACES: [(&str, &str, &str); 56] = [
    ("Kadıköy", "İstanbul", "34710"),
    ("Moda", "İstanbul", "34710"),
    ("Üsküdar", "İstanbul", "34660"),
    ("Beşiktaş", "İstanbul", "34330"),
    ("Şişli", "İstanbul", "34360"),
    ("Çankaya", "Ankara", "06420"),
    ("Kızılay", "Ankara", "06420"),
    ("Bornova", "İzmir", "35030"),
    ("Karşıyaka", "İzmir", "35530"),
    ("Nilüfer", "Bursa", "16110"),
    ("Bakırköy", "İstanbul", "34140"),
    ("Ümraniye", "İstanbul", "34760"),
    ("Ataşehir", "İstanbul", "34750"),
    ("Maltepe", "İstanbul", "34840"),
    ("Kartal", "İstanbul", "34870"),
    ("Pendik", "İstanbul", "34890"),
    ("Keçiören", "Ankara", "06280"),
    ("Yenimahalle", "Ankara", "06170"),
    ("Konak", "İzmir", "35250"),
    ("Buca", "İzmir", "35390"),
    ("Osmangazi", "Bursa", "16010"),
    ("Muratpaşa", "Antalya", "07100"),
    ("Seyhan", "Adana", "01010"),
    ("Selçuklu", "Konya", "42060"),
    ("Meram", "Konya", "42090"),
    ("Şahinbey", "Gaziantep", "27010"),
    ("İzmit", "Kocaeli", "41040"),
    ("Melikgazi", "Kayseri", "38030"),
    ("Tepebaşı", "Eskişehir", "26120"),
    ("İlkadım", "Samsun", "55060"),
    ("Ortahisar", "Trabzon", "61030"),
    ("Yüreğir", "Adana", "01220"),
    ("Akdeniz", "Mersin", "33010"),
    ("Yenişehir", "Mersin", "33110"),
    ("Merkezefendi", "Denizli", "20010"),
    ("Yunusemre", "Manisa", "45030"),
    ("Altıeylül", "Balıkesir", "10100"),
    ("Bodrum", "Muğla", "48400"),
    ("Menteşe", "Muğla", "48000"),
    ("Efeler", "Aydın", "09020"),
    ("Adapazarı", "Sakarya", "54100"),
    ("Çorlu", "Tekirdağ", "59850"),
    ("Süleymanpaşa", "Tekirdağ", "59020"),
    ("Antakya", "Hatay", "31000"),
    ("İskenderun", "Hatay", "31200"),
    ("Onikişubat", "Kahramanmaraş", "46050"),
    ("Yeşilyurt", "Malatya", "44060"),
    ("Yakutiye", "Erzurum", "25100"),
    ("İpekyolu", "Van", "65130"),
    ("Bağlar", "Diyarbakır", "21090"),
    ("Kayapınar", "Diyarbakır", "21070"),
    ("Haliliye", "Şanlıurfa", "63050"),
    ("Artuklu", "Mardin", "47100"),
    ("Altınordu", "Ordu", "52200"),
    ("Ünye", "Ordu", "52300"),
    ("Iğdır", "Iğdır", "76000"),
];

const STREETS: [&str; 18] = [
    "Bağdat Cad.",
    "Atatürk Bul.",
    "Cumhuriyet Cad.",
    "İnönü Cad.",
    "Gazi Cad.",
    "Irmak Cad.",
    "Çınar Sok.",
    "Gül Sok.",
    "Lale Sok.",
    "Şehit Öğretmen Sok.",
    "Okul Sok.",
    "Çeşme Sok.",
    "İskele Cad.",
    "Ihlamur Sok.",
    "Zeytin Sok.",
    "Barış Cad.",
    "Özgürlük Sok.",
    "Menekşe Sok.",
];

/// A place by its branch.
pub(super) fn of(branch: &str) -> Place {
    PLACES.into_iter().map(place).find(|place| place.branch == branch).unwrap_or_default()
}

/// A drawn place: the head of the list comes twice as often as in an even draw.
pub(super) fn draw(dice: &mut Dice) -> Place {
    let count = u64::try_from(PLACES.len()).unwrap_or(1);
    let at = dice.below(count).min(dice.below(count));
    usize::try_from(at).ok().and_then(|at| PLACES.get(at)).copied().map(place).unwrap_or_default()
}

const fn place((branch, city, postal): (&'static str, &'static str, &'static str)) -> Place {
    Place { branch, city, postal }
}

/// An address there, in one line.
pub(super) fn address(at: Place, dice: &mut Dice) -> String {
    let street = dice.pick(&STREETS);
    let (house, door) = (dice.between(1, 240), dice.between(1, 24));
    format!("{street} No: {house}/{door}, {} {} / {}", at.postal, at.branch, at.city)
}
