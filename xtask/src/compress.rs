//! Brotli at its best quality, as a good host sends it; kept by digest, since that takes seconds.
use crate::{places, stamp};
use std::io::Write;

const QUALITY: u32 = 11;
const WINDOW: u32 = 22;

pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let folder = places::target().join("brotli");
    let kept = folder.join(stamp::hex(&stamp::sha256(bytes)));
    if let Ok(compressed) = std::fs::read(&kept) {
        return compressed;
    }
    let compressed = compress(bytes);
    // Only a saving of time: a folder that cannot be written costs nothing else.
    let unfinished = kept.with_extension(format!("{:?}", std::thread::current().id()));
    let _ = std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&unfinished, &compressed))
        .and_then(|()| std::fs::rename(&unfinished, &kept));
    compressed
}

fn compress(bytes: &[u8]) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, QUALITY, WINDOW);
    match writer.write_all(bytes) {
        Ok(()) => writer.into_inner(),
        Err(_) => unreachable!("writing to memory does not fail"),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_repetitive_text_shrinks() {
        assert!(super::compress(&[b'a'; 10_000]).len() < 100);
    }
}
