//! Texts in the browser's database on the device; where the browser keeps nothing, in the page alone.
use super::records::{Memory, Records, StoreFault, Swap, Write};
use super::{host, reach, share};
use gloo::utils::window;
use js_sys::{Array, Function, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

const RECORDS: &str = "records";
/// Grows when an older program could harm what a newer one keeps: it is then asked to let go.
const VERSION: u32 = 2;
/// Some browsers that keep nothing never answer: after so many milliseconds it counts as no.
const OPENING: i32 = 3_000;
/// Writing takes a few milliseconds; after so many something is wrong.
const WORKING: i32 = 10_000;

/// The name of what is kept here, which other pages of this device may share: people's own accounts, or those that a
/// host wants kept under its key. A frame without one shares nothing and keeps nothing.
pub fn name() -> Option<String> {
    if host::is_embed() { host::key().map(|key| ["fitproof embed ", &key].concat()) } else { Some("fitproof".into()) }
}

/// Where texts are kept.
#[derive(Debug)]
pub enum Store {
    Durable(Database),
    /// In the page alone.
    Memory(Memory),
}

/// On the device. The connection is opened again when the browser or another tab closed it.
#[derive(Debug)]
pub struct Database {
    connection: RefCell<IdbDatabase>,
    /// A newer version keeps its accounts here: they are read, never written.
    is_newer: bool,
}

impl Store {
    /// The store on the device, or one in memory where the browser keeps nothing.
    ///
    /// # Errors
    /// There is something on the device, or may be, and it can't be reached now.
    pub async fn open() -> Result<Self, StoreFault> {
        let (connection, is_newer) = match connect(Some(VERSION)).await {
            Ok(connection) => (connection, false),
            // Chromium gives a frame that may keep nothing the same answer as a broken disk.
            Err(StoreFault::Refused) if share::is_framed() => return Ok(Self::Memory(Memory::default())),
            Err(StoreFault::Absent) => return Ok(Self::Memory(Memory::default())),
            Err(StoreFault::Newer) => (connect(None).await?, true),
            Err(fault) => return Err(fault),
        };
        Ok(Self::Durable(Database { connection: RefCell::new(connection), is_newer }))
    }

    /// What is put here outlives the page.
    pub fn is_durable(&self) -> bool {
        matches!(self, Self::Durable(_))
    }
}

impl Records for Store {
    async fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        match self {
            Self::Durable(database) => text(&database.records("readonly").await?, key).await,
            Self::Memory(memory) => memory.get(key).await,
        }
    }

    async fn list(&self, start: &str) -> Result<Vec<(String, String)>, StoreFault> {
        match self {
            Self::Durable(database) => texts(&database.records("readonly").await?, start).await,
            Self::Memory(memory) => memory.list(start).await,
        }
    }

    async fn swap(&self, key: &str, seen: Option<&str>, writes: &[Write]) -> Result<Swap, StoreFault> {
        match self {
            Self::Durable(database) => database.swap(key, seen, writes).await,
            Self::Memory(memory) => memory.swap(key, seen, writes).await,
        }
    }
}

impl Database {
    async fn swap(&self, key: &str, seen: Option<&str>, writes: &[Write]) -> Result<Swap, StoreFault> {
        if self.is_newer {
            return Err(StoreFault::Newer);
        }
        let records = self.records("readwrite").await?;
        let present = text(&records, key).await?;
        if present.as_deref() != seen {
            return Ok(Swap::Changed(present));
        }
        let transaction = records.transaction();
        if let Err(fault) = write(&records, writes).await {
            // Of what was asked for before it went wrong nothing may stay. A transaction that is over refuses.
            let _ = transaction.abort();
            return Err(fault);
        }
        completed(&transaction).await.map(|()| Swap::Done)
    }

    /// The records, for one transaction. What is written is on the disk before it counts as kept.
    async fn records(&self, mode: &str) -> Result<IdbObjectStore, StoreFault> {
        let open = |database: &IdbDatabase| -> Result<IdbObjectStore, JsValue> {
            let strict = reach::object(&[("durability", "strict".into())]);
            let transaction = reach::call(database, "transaction", &[RECORDS.into(), mode.into(), strict])?;
            transaction.unchecked_into::<IdbTransaction>().object_store(RECORDS)
        };
        let present = self.connection.borrow().clone();
        if let Ok(records) = open(&present) {
            return Ok(records);
        }
        let again = connect((!self.is_newer).then_some(VERSION)).await?;
        let records = open(&again).map_err(|error| fault(&error))?;
        self.connection.replace(again);
        Ok(records)
    }
}

/// Writes, and reads back what was written.
async fn write(records: &IdbObjectStore, writes: &[Write]) -> Result<(), StoreFault> {
    for (key, text) in writes {
        let asked = match text {
            Some(text) => records.put_with_key(&text.into(), &key.into()),
            None => records.delete(&key.into()),
        };
        asked.map_err(|error| fault(&error))?;
    }
    for (key, expected) in writes {
        // A refused writing ends the transaction, which knows why.
        let written = text(records, key).await.map_err(|_| reason(&records.transaction()))?;
        if written != *expected {
            return Err(StoreFault::Refused);
        }
    }
    Ok(())
}

/// Erases everything that is kept on the device, whether it was opened or not.
///
/// # Errors
/// Something is still kept.
pub async fn erase() -> Result<(), StoreFault> {
    match delete().await {
        // A browser that refuses the store has kept nothing in it.
        Err(StoreFault::Absent) => Ok(()),
        // Others were asked to let go, and did not.
        Err(StoreFault::Slow) => Err(StoreFault::Busy),
        deleted => deleted,
    }
}

/// Keys that begin so, with their texts.
async fn texts(records: &IdbObjectStore, start: &str) -> Result<Vec<(String, String)>, StoreFault> {
    // Nothing that begins so comes after this.
    let range = reach::global("IDBKeyRange").ok_or(StoreFault::Refused)?;
    let range = reach::call(&range, "bound", &[start.into(), format!("{start}\u{ffff}").into()]);
    let range = range.map_err(|error| fault(&error))?;
    let ask = |method| -> Result<IdbRequest, StoreFault> {
        let asked = reach::call(records, method, std::slice::from_ref(&range));
        Ok(asked.map_err(|error| fault(&error))?.unchecked_into())
    };
    // Both are asked for before either is waited for, so that they see the same.
    let (keys, values) = (ask("getAllKeys")?, ask("getAll")?);
    answered(&values, WORKING).await?;
    let list = |request: &IdbRequest| request.result().map(JsCast::unchecked_into::<Array>);
    let (keys, values) = list(&keys).and_then(|keys| Ok((keys, list(&values)?))).map_err(|error| fault(&error))?;
    let pairs = keys.iter().zip(values.iter());
    // What is no text was not written by this program; it reads as an unreadable one.
    Ok(pairs.filter_map(|(key, value)| Some((key.as_string()?, value.as_string().unwrap_or_default()))).collect())
}

async fn text(records: &IdbObjectStore, key: &str) -> Result<Option<String>, StoreFault> {
    let request = records.get(&key.into()).map_err(|error| fault(&error))?;
    answered(&request, WORKING).await?;
    Ok(request.result().map_err(|error| fault(&error))?.as_string())
}

/// Waits until the device has what a transaction wrote for good.
async fn completed(transaction: &IdbTransaction) -> Result<(), StoreFault> {
    let waited = wait(WORKING, |done, failed| {
        transaction.set_oncomplete(Some(done));
        transaction.set_onabort(Some(failed));
    });
    waited.await.map_err(|found| found.unwrap_or_else(|| reason(transaction)))
}

/// Asks the browser not to clear what is kept here when it runs out of room. `true` when it promised.
pub async fn stay() -> bool {
    let Some(storage) = reach::get(&window().navigator(), "storage") else { return false };
    reach::settle(&storage, "persist", &[]).await.is_ok_and(|promised| promised.is_truthy())
}

/// The browser's databases; asking may already be refused in a frame of another site.
fn factory() -> Result<IdbFactory, StoreFault> {
    window().indexed_db().ok().flatten().ok_or(StoreFault::Absent)
}

async fn delete() -> Result<(), StoreFault> {
    let name = name().ok_or(StoreFault::Absent)?;
    let request = factory()?.delete_database(&name).map_err(|error| fault(&error))?;
    answered(&request, OPENING).await
}

/// Opens the database of this version, or of whatever version it is.
async fn connect(version: Option<u32>) -> Result<IdbDatabase, StoreFault> {
    let (factory, name) = (factory()?, name().ok_or(StoreFault::Absent)?);
    let asked = match version {
        Some(version) => factory.open_with_u32(&name, version),
        None => factory.open(&name),
    };
    let request: IdbOpenDbRequest = asked.map_err(|error| fault(&error))?;
    let fresh = request.clone();
    // Stays in place even when we gave up waiting: a database without its records would be of no use ever after.
    let create = Closure::once_into_js(move || {
        let database = fresh.result().map(JsCast::unchecked_into::<IdbDatabase>);
        // It may be there already; any other failure ends the opening with an error.
        let _ = database.and_then(|database| database.create_object_store(RECORDS));
    });
    request.set_onupgradeneeded(Some(create.unchecked_ref()));
    let is_held = Rc::new(Cell::new(false));
    let held = is_held.clone();
    let blocked = Closure::once_into_js(move || held.set(true));
    request.set_onblocked(Some(blocked.unchecked_ref()));
    if let Err(fault) = answered(&request, OPENING).await {
        let late = request.clone();
        let close = Closure::once_into_js(move || {
            let _ = late.result().map(|database| database.unchecked_into::<IdbDatabase>().close());
        });
        // An answer after we gave up must not hold the store.
        request.set_onsuccess(Some(close.unchecked_ref()));
        return Err(if is_held.get() { StoreFault::Busy } else { fault });
    }
    let database: IdbDatabase = request.result().map_err(|error| fault(&error))?.unchecked_into();
    // Another tab wants to erase or renew the store: let go. The next use opens it again.
    let close = reach::get(&database, "close").and_then(|close| close.dyn_into::<Function>().ok());
    database.set_onversionchange(close.map(|close| close.bind0(&database)).as_ref());
    Ok(database)
}

/// Waits until a request succeeded.
async fn answered(request: &IdbRequest, most: i32) -> Result<(), StoreFault> {
    let waited = wait(most, |done, failed| {
        request.set_onsuccess(Some(done));
        request.set_onerror(Some(failed));
    });
    let error = |found: Option<StoreFault>| {
        found.unwrap_or_else(|| request.error().ok().flatten().map_or(StoreFault::Refused, |error| fault(&error)))
    };
    waited.await.map_err(error)
}

/// Waits for one of two events, so many milliseconds at most. `Err(None)`: the second came.
async fn wait(most: i32, arm: impl FnOnce(&Function, &Function)) -> Result<(), Option<StoreFault>> {
    let mut arm = Some(arm);
    let promise = Promise::new(&mut |done, failed| {
        if let Some(arm) = arm.take() {
            arm(&done, &failed);
        }
        // Without an event it ends with no reason at all; a promise that is settled doesn't mind.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&failed, most);
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(()),
        Err(event) if event.is_undefined() => Err(Some(StoreFault::Slow)),
        Err(_) => Err(None),
    }
}

/// Why a transaction was given up.
fn reason(transaction: &IdbTransaction) -> StoreFault {
    transaction.error().map_or(StoreFault::Refused, |error| fault(&error))
}

fn fault(error: &JsValue) -> StoreFault {
    match reach::get(error, "name").and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError") => StoreFault::Full,
        Some("VersionError") => StoreFault::Newer,
        // A frame of another site, or a window that is to leave no trace.
        Some("SecurityError" | "InvalidStateError" | "NotSupportedError") => StoreFault::Absent,
        _ => StoreFault::Refused,
    }
}
