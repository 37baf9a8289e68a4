//! Letters and marks as a terminal's character set can show them: one cell stays one cell.

/// How characters travel between the terminal and us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Charset {
    /// UTF-8.
    Utf8,
    /// ISO-8859-9, one byte a Turkish letter.
    Latin5,
    /// Seven bits; letters are folded.
    Ascii,
}

/// Shown where a character has no likeness.
pub(super) const UNKNOWN: char = '?';

/// Where ISO-8859-9 differs from ISO-8859-1.
const LATIN5: &[(char, u8)] = &[('Ğ', 0xD0), ('İ', 0xDD), ('Ş', 0xDE), ('ğ', 0xF0), ('ı', 0xFD), ('ş', 0xFE)];

/// The seven-bit character nearest to a letter or sign of the Latin scripts.
fn fold(c: char) -> Option<char> {
    Some(match c {
        'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' | 'Ā' | 'Ă' | 'Ą' => 'A',
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ª' => 'a',
        'Ç' | 'Ć' | 'Č' | 'Ĉ' | 'Ċ' => 'C',
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' | '¢' => 'c',
        'Ð' | 'Ď' | 'Đ' => 'D',
        'ð' | 'ď' | 'đ' => 'd',
        'È' | 'É' | 'Ê' | 'Ë' | 'Ē' | 'Ė' | 'Ę' | 'Ě' | 'Ə' => 'E',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ə' => 'e',
        'Ğ' | 'Ĝ' | 'Ġ' | 'Ģ' => 'G',
        'ğ' | 'ĝ' | 'ġ' | 'ģ' => 'g',
        'İ' | 'Ì' | 'Í' | 'Î' | 'Ï' | 'Ī' | 'Į' => 'I',
        'ı' | 'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' => 'i',
        'Ñ' | 'Ń' | 'Ň' | 'Ņ' => 'N',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'Ö' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ø' | 'Ō' | 'Ő' => 'O',
        'ö' | 'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ō' | 'ő' | 'º' => 'o',
        'Ş' | 'Ś' | 'Š' | 'Ŝ' | 'Ș' | 'ß' => 'S',
        'ş' | 'ś' | 'š' | 'ŝ' | 'ș' => 's',
        'Ţ' | 'Ť' | 'Ț' | 'Þ' => 'T',
        'ţ' | 'ť' | 'ț' | 'þ' => 't',
        'Ü' | 'Ù' | 'Ú' | 'Û' | 'Ū' | 'Ů' | 'Ű' => 'U',
        'ü' | 'ù' | 'ú' | 'û' | 'ū' | 'ů' | 'ű' | 'µ' => 'u',
        'Ý' | 'Ÿ' => 'Y',
        'ý' | 'ÿ' => 'y',
        'Ź' | 'Ż' | 'Ž' => 'Z',
        'ź' | 'ż' | 'ž' => 'z',
        'Ł' | 'ł' | '£' => 'L',
        'Ř' | 'ř' => 'R',
        '×' => 'x',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' | '‚' | '´' => '\'',
        '\u{a0}' => ' ',
        _ => return None,
    })
}

/// What stands for a mark that only a Unicode font has (rule 14 of the screens), if it is one.
pub(super) fn plain_mark(c: char) -> Option<char> {
    Some(match c {
        '▸' | '►' | '→' | '▶' => '>',
        '◂' | '◄' | '←' | '◀' => '<',
        '✓' => '+',
        '✗' => 'x',
        '▲' | '↑' => '^',
        '▼' | '↓' => 'v',
        '·' | '•' | '●' | '▂' | '▃' | '▄' => '.',
        '–' | '—' | '‐' | '‑' | '−' | '▅' | '▆' => '-',
        '…' => '~',
        '▁' => '_',
        '▇' | '█' => '=',
        _ => return None,
    })
}

/// Line drawing: the plain likeness, and the byte of the DEC special graphics set.
fn line(c: char) -> Option<(char, u8)> {
    Some(match c {
        '─' | '━' | '═' | '╌' | '╴' | '╶' => ('-', b'q'),
        '│' | '┃' | '║' | '╎' | '╵' | '╷' => ('|', b'x'),
        '┌' | '┏' | '╔' | '╭' => ('+', b'l'),
        '┐' | '┓' | '╗' | '╮' => ('+', b'k'),
        '└' | '┗' | '╚' | '╰' => ('+', b'm'),
        '┘' | '┛' | '╝' | '╯' => ('+', b'j'),
        '├' | '┣' | '╠' => ('+', b't'),
        '┤' | '┫' | '╣' => ('+', b'u'),
        '┬' | '┳' | '╦' => ('+', b'w'),
        '┴' | '┻' | '╩' => ('+', b'v'),
        '┼' | '╋' | '╬' => ('+', b'n'),
        _ => return None,
    })
}

/// The seven-bit likeness of a line-drawing character, if it is one.
pub(super) fn plain_line(c: char) -> Option<char> {
    line(c).map(|(plain, _)| plain)
}

/// The byte of a line-drawing character in the DEC special graphics set.
pub(super) fn dec_line(c: char) -> Option<u8> {
    line(c).map(|(_, dec)| dec)
}

/// The character of an ISO-8859-9 byte; control bytes are no characters.
pub(super) fn from_latin5(byte: u8) -> Option<char> {
    let other = LATIN5.iter().find(|(_, code)| *code == byte).map(|(c, _)| *c);
    other.or_else(|| Some(char::from(byte))).filter(|c| !c.is_control())
}

fn to_latin5(c: char) -> Option<u8> {
    if let Some((_, byte)) = LATIN5.iter().find(|(known, _)| *known == c) {
        return Some(*byte);
    }
    u8::try_from(c).ok().filter(|byte| *byte >= 0xA0 && !LATIN5.iter().any(|(_, taken)| taken == byte))
}

impl Charset {
    /// The nearest character that this set can carry.
    pub(super) fn nearest(self, c: char) -> char {
        if c.is_ascii() {
            return c;
        }
        let carried = match self {
            Self::Utf8 => true,
            Self::Latin5 => to_latin5(c).is_some(),
            Self::Ascii => false,
        };
        if carried {
            return c;
        }
        plain_line(c).or_else(|| plain_mark(c)).or_else(|| fold(c)).unwrap_or(UNKNOWN)
    }

    /// Appends a character that [`nearest`](Self::nearest) gave.
    pub(super) fn encode(self, c: char, out: &mut Vec<u8>) {
        if let Ok(byte) = u8::try_from(c)
            && byte.is_ascii()
        {
            out.push(byte);
            return;
        }
        match self {
            Self::Utf8 => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            Self::Latin5 => out.push(to_latin5(c).unwrap_or(b'?')),
            Self::Ascii => out.push(b'?'),
        }
    }

    /// How many bytes [`encode`](Self::encode) appends.
    pub(super) fn length(self, c: char) -> usize {
        if self == Self::Utf8 { c.len_utf8() } else { 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(charset: Charset, text: &str) -> Vec<u8> {
        let mut out = Vec::new();
        for c in text.chars() {
            charset.encode(charset.nearest(c), &mut out);
        }
        out
    }

    #[test]
    fn letters_by_table() {
        let table: [(Charset, &str, &[u8]); 9] = [
            (Charset::Utf8, "ŞİKÂYET ▸", "ŞİKÂYET ▸".as_bytes()),
            (Charset::Latin5, "ŞİKÂYETLER", b"\xDE\xDDK\xC2YETLER"),
            (Charset::Latin5, "ığüşöç ĞÜÖÇ", b"\xFD\xF0\xFC\xFE\xF6\xE7 \xD0\xDC\xD6\xC7"),
            (Charset::Latin5, "ÐÝÞðýþ", b"DYTdyt"),
            (Charset::Latin5, "Ж€ý", b"??y"),
            (Charset::Ascii, "ŞİKÂYETLER ışığı", b"SIKAYETLER isigi"),
            (Charset::Ascii, "Çağrı · ✓✗▲…", b"Cagri . +x^~"),
            (Charset::Ascii, "┌─┬│┴└┘┐", b"+-+|++++"),
            (Charset::Ascii, "▁▂▃▄▅▆▇█", b"_...--=="),
        ];
        for (charset, text, bytes) in table {
            assert_eq!(sent(charset, text), bytes, "{charset:?} {text}");
        }
    }

    #[test]
    fn every_latin5_letter_comes_back() {
        for byte in 0xA0..=0xFF_u8 {
            let c = from_latin5(byte).unwrap();
            assert_eq!(to_latin5(c), Some(byte), "{c}");
            assert!(Charset::Ascii.nearest(c).is_ascii());
        }
        assert_eq!(from_latin5(0x9B), None);
    }

    #[test]
    fn seven_bits_carry_every_character() {
        for c in '\u{80}'..='\u{ffff}' {
            assert!((' '..='~').contains(&Charset::Ascii.nearest(c)), "{c:?}");
        }
    }
}
