//! As much JSON as the formats need, read strictly: whole numbers only, no key twice, bounded depth. A general library
//! would weigh as much as the rest of the app.
use crate::domain::table::Table;

/// How deep lists and maps may nest.
const DEPTH: usize = 16;
/// How many keys a map may have: putting ever more into a sorted list gets slow.
const KEYS: usize = 1_000;
/// How many digits a number may have.
const DIGITS: usize = 15;

#[derive(Debug, PartialEq, Eq)]
pub enum Value {
    Null,
    Bool(bool),
    Number(u64),
    Text(String),
    List(Vec<Value>),
    Map(Table<Value>),
}

impl Value {
    pub fn bool(self) -> Option<bool> {
        if let Self::Bool(bool) = self { Some(bool) } else { None }
    }

    pub fn number(self) -> Option<u64> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    pub fn text(self) -> Option<String> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub fn list(self) -> Option<Vec<Self>> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    pub fn map(self) -> Option<Table<Self>> {
        if let Self::Map(map) = self { Some(map) } else { None }
    }
}

/// Reads the whole of a text; nothing when it isn't JSON as this app writes it.
pub fn read(text: &str) -> Option<Value> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEPTH)?;
    reader.skip_space();
    (reader.at == text.len()).then_some(value)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    /// The next byte, which at the end is one that may stand nowhere.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn next(&mut self) -> u8 {
        let byte = self.peek();
        self.at += 1;
        byte
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    /// Steps over white space and this byte, if it is there.
    fn skip(&mut self, byte: u8) -> bool {
        self.skip_space();
        let is_there = self.peek() == byte;
        self.at += usize::from(is_there);
        is_there
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.skip_space();
        match self.next() {
            b'"' => self.string().map(Value::Text),
            b'{' => self.map(depth.checked_sub(1)?),
            b'[' => self.list(depth.checked_sub(1)?),
            b'n' => self.word("ull", Value::Null),
            b't' => self.word("rue", Value::Bool(true)),
            b'f' => self.word("alse", Value::Bool(false)),
            digit @ b'0'..=b'9' => self.digits(digit),
            _ => None,
        }
    }

    fn word(&mut self, rest: &str, value: Value) -> Option<Value> {
        for byte in rest.bytes() {
            if self.next() != byte {
                return None;
            }
        }
        Some(value)
    }

    /// A number from its first digit on. What makes it a fraction can't follow a value, so it is refused there.
    fn digits(&mut self, first: u8) -> Option<Value> {
        let start = self.at;
        let mut number = u64::from(first - b'0');
        while number != 0 && self.peek().is_ascii_digit() {
            number = number * 10 + u64::from(self.next() - b'0');
            if self.at - start == DIGITS {
                return None;
            }
        }
        Some(Value::Number(number))
    }

    fn list(&mut self, depth: usize) -> Option<Value> {
        let mut list = Vec::new();
        if self.skip(b']') {
            return Some(Value::List(list));
        }
        loop {
            list.push(self.value(depth)?);
            if self.skip(b']') {
                return Some(Value::List(list));
            }
            if !self.skip(b',') {
                return None;
            }
        }
    }

    fn map(&mut self, depth: usize) -> Option<Value> {
        let mut map = Table::new();
        if self.skip(b'}') {
            return Some(Value::Map(map));
        }
        loop {
            if !self.skip(b'"') {
                return None;
            }
            let key = self.string()?;
            if !self.skip(b':') {
                return None;
            }
            let value = self.value(depth)?;
            if map.len() == KEYS || map.insert(key, value).is_some() {
                return None;
            }
            if self.skip(b'}') {
                return Some(Value::Map(map));
            }
            if !self.skip(b',') {
                return None;
            }
        }
    }

    /// A text from after its first quotation mark.
    fn string(&mut self) -> Option<String> {
        let mut string = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), 0..=0x1f | b'"' | b'\\') {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at)?);
            match self.next() {
                b'"' => return Some(string),
                b'\\' => string.push(self.escape()?),
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        Some(match self.next() {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = self.hex()?;
                if code >> 10 == 0xd800 >> 10 {
                    if self.next() != b'\\' || self.next() != b'u' {
                        return None;
                    }
                    // Anything but the other half of a pair ends outside of what a pair can say.
                    let low = self.hex()?.wrapping_sub(0xdc00);
                    if low >> 10 != 0 {
                        return None;
                    }
                    code = 0x1_0000 + ((code - 0xd800) << 10) + low;
                }
                char::from_u32(code)?
            }
            _ => return None,
        })
    }

    fn hex(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = code << 4 | char::from(self.next()).to_digit(16)?;
        }
        Some(code)
    }
}

/// Writes JSON piece by piece: the same calls give the same bytes.
pub struct Writer {
    pub text: String,
    /// Each item on a line of its own, for people to read.
    lines: bool,
    depth: usize,
    /// Nothing stands yet in the list or map that was opened last.
    is_fresh: bool,
}

impl Writer {
    pub const fn new(lines: bool) -> Self {
        Self { text: String::new(), lines, depth: 0, is_fresh: true }
    }

    /// Begins a list or a map.
    pub fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
        self.is_fresh = true;
    }

    /// Ends the list or map that was opened last.
    pub fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if !self.is_fresh {
            self.line();
        }
        self.is_fresh = false;
        self.text.push(bracket);
    }

    /// Goes on to the next item of a list, which is to be written next.
    pub fn item(&mut self) {
        if !self.is_fresh {
            self.text.push(',');
        }
        self.is_fresh = false;
        self.line();
    }

    /// Goes on to the next key of a map; its value is to be written next.
    pub fn key(&mut self, key: &str) {
        self.item();
        self.string(key);
        self.text.push_str(if self.lines { ": " } else { ":" });
    }

    pub fn bool(&mut self, bool: bool) {
        self.text.push_str(if bool { "true" } else { "false" });
    }

    pub fn number(&mut self, number: u32) {
        self.text.push_str(&number.to_string());
    }

    pub fn string(&mut self, string: &str) {
        self.text.push('"');
        let mut start = 0;
        for (at, byte) in string.bytes().enumerate() {
            let escape = match byte {
                b'"' | b'\\' => byte,
                0x8 => b'b',
                0xc => b'f',
                b'\n' => b'n',
                b'\r' => b'r',
                b'\t' => b't',
                0..=0x1f => b'u',
                _ => continue,
            };
            self.text.push_str(string.get(start..at).unwrap_or_default());
            start = at + 1;
            self.text.push('\\');
            self.text.push(char::from(escape));
            if escape == b'u' {
                self.text.push_str(if byte < 0x10 { "000" } else { "001" });
                self.text.push(char::from(b"0123456789abcdef"[usize::from(byte & 15)]));
            }
        }
        self.text.push_str(string.get(start..).unwrap_or_default());
        self.text.push('"');
    }

    fn line(&mut self) {
        if self.lines {
            self.text.push('\n');
            for _ in 0..self.depth {
                self.text.push_str("  ");
            }
        }
    }
}
