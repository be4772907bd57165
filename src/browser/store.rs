//! Texts that the device keeps between visits, by key. Where the browser keeps nothing, they live as long as the page.
use super::reach;
use crate::domain::table::Table;
use gloo::utils::window;
use js_sys::{Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

const DATABASE: &str = "fitproof";
const RECORDS: &str = "records";
/// Some browsers that keep nothing never answer: after so many milliseconds it counts as no.
const OPENING: i32 = 3_000;
/// Writing takes a few milliseconds; after so many something is wrong.
const WORKING: i32 = 10_000;

thread_local! {
    static MEMORY: RefCell<Table<String>> = const { RefCell::new(Table::new()) };
}

/// Why the device didn't keep, give back or erase something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreFault {
    /// No room is left on the device.
    Full,
    /// Another tab holds the store and doesn't let go.
    Busy,
    /// The browser didn't answer in time.
    Slow,
    /// What was seen there before is there no more: erased in another tab, or cleared by the browser.
    Gone,
    Refused,
}

impl std::fmt::Display for StoreFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Full => "There is no room left on this device to save.",
            Self::Busy => "Fitproof is open in another tab that holds on to what is saved. Close it and try again.",
            Self::Slow => "The browser didn't answer in time. Try again.",
            Self::Gone => "What was saved here has been cleared in the meantime.",
            Self::Refused => "The browser refused to use what is saved on this device.",
        })
    }
}

/// Where texts are kept.
#[derive(Debug)]
pub enum Store {
    /// On the device. The connection is opened again when the browser or another tab closed it.
    Durable(RefCell<IdbDatabase>),
    /// In the page alone.
    Memory,
}

impl Store {
    /// The store on the device, or one in memory where the browser keeps nothing.
    pub async fn open() -> Self {
        match connect().await {
            Ok(database) => Self::Durable(RefCell::new(database)),
            Err(_) => Self::Memory,
        }
    }

    /// What is put here outlives the page.
    pub fn is_durable(&self) -> bool {
        matches!(self, Self::Durable(_))
    }

    /// Keeps a text; done only when the device has it for good.
    ///
    /// # Errors
    /// What was kept under the key before is still there.
    pub async fn put(&self, key: &str, value: String) -> Result<(), StoreFault> {
        let Some(records) = self.records(IdbTransactionMode::Readwrite).await? else {
            MEMORY.with_borrow_mut(|memory| memory.insert(key.to_owned(), value));
            return Ok(());
        };
        let transaction = records.transaction();
        records.put_with_key(&value.into(), &key.into()).map_err(|error| fault(&error))?;
        completed(&transaction).await
    }

    /// Keeps texts, all or none, if the first key still holds what was seen there; done only when the device has
    /// them for good and gave the first one back unchanged. One transaction at a time may write, over all tabs, so
    /// nothing comes between the look and the writing.
    ///
    /// # Errors
    /// What was kept before is still there.
    pub async fn swap(&self, seen: Option<&str>, values: &[(&str, String)]) -> Result<Swap, StoreFault> {
        let Some((first, _)) = values.first() else { return Ok(Swap::Done) };
        let Some(records) = self.records(IdbTransactionMode::Readwrite).await? else {
            for (key, value) in values {
                MEMORY.with_borrow_mut(|memory| memory.insert((*key).to_owned(), value.clone()));
            }
            return Ok(Swap::Done);
        };
        let present = text(&records, first).await?;
        if present.as_deref() != seen {
            return Ok(Swap::Changed(present));
        }
        let transaction = records.transaction();
        for (key, value) in values {
            records.put_with_key(&value.into(), &(*key).into()).map_err(|error| fault(&error))?;
        }
        // A refused writing ends the transaction, which knows why.
        let written = text(&records, first).await.map_err(|_| reason(&transaction))?;
        if written.as_deref() != values.first().map(|(_, value)| value.as_str()) {
            let _ = transaction.abort();
            return Err(StoreFault::Refused);
        }
        completed(&transaction).await.map(|()| Swap::Done)
    }

    /// The text under a key.
    ///
    /// # Errors
    /// The device didn't give it back.
    pub async fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        let Some(records) = self.records(IdbTransactionMode::Readonly).await? else {
            return Ok(MEMORY.with_borrow(|memory| memory.get(key).cloned()));
        };
        text(&records, key).await
    }

    /// Erases everything that is kept, on the device and in memory. Works with any store, and before one is opened.
    ///
    /// # Errors
    /// Something is still kept.
    pub async fn erase() -> Result<(), StoreFault> {
        MEMORY.with_borrow_mut(Table::clear);
        match delete().await {
            // A browser that refuses the store has kept nothing in it.
            Err(StoreFault::Refused) if connect().await.is_err() => Ok(()),
            // Others were asked to let go, and did not.
            Err(StoreFault::Slow) => Err(StoreFault::Busy),
            deleted => deleted,
        }
    }

    /// The records on the device, `None` for a store in memory.
    async fn records(&self, mode: IdbTransactionMode) -> Result<Option<IdbObjectStore>, StoreFault> {
        let Self::Durable(database) = self else { return Ok(None) };
        let open = |database: &IdbDatabase| -> Result<IdbObjectStore, JsValue> {
            database.transaction_with_str_and_mode(RECORDS, mode)?.object_store(RECORDS)
        };
        let present = database.borrow().clone();
        if let Ok(records) = open(&present) {
            return Ok(Some(records));
        }
        let again = connect().await?;
        let records = open(&again).map_err(|error| fault(&error))?;
        database.replace(again);
        Ok(Some(records))
    }
}

/// What became of a conditional writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Swap {
    Done,
    /// Another tab wrote meanwhile: nothing was written, and this is there now.
    Changed(Option<String>),
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

/// Asks the browser not to clear what is kept here when it runs out of room. It may refuse; nothing else changes.
pub async fn stay() {
    if let Some(storage) = reach::get(&window().navigator(), "storage") {
        let _ = reach::settle(&storage, "persist", &[]).await;
    }
}

/// The browser's databases; asking may already be refused in a frame of another site.
fn factory() -> Result<IdbFactory, StoreFault> {
    window().indexed_db().ok().flatten().ok_or(StoreFault::Refused)
}

async fn delete() -> Result<(), StoreFault> {
    let request = factory()?.delete_database(DATABASE).map_err(|error| fault(&error))?;
    answered(&request, OPENING).await
}

async fn connect() -> Result<IdbDatabase, StoreFault> {
    let request: IdbOpenDbRequest = factory()?.open_with_u32(DATABASE, 1).map_err(|error| fault(&error))?;
    let fresh = request.clone();
    // Stays in place even when we gave up waiting: a database without its records would be of no use ever after.
    let create = Closure::once_into_js(move || {
        let database = fresh.result().map(JsCast::unchecked_into::<IdbDatabase>);
        // A failure here ends the opening with an error.
        let _ = database.and_then(|database| database.create_object_store(RECORDS));
    });
    request.set_onupgradeneeded(Some(create.unchecked_ref()));
    if let Err(fault) = answered(&request, OPENING).await {
        let late = request.clone();
        let close = Closure::once_into_js(move || {
            let _ = late.result().map(|database| database.unchecked_into::<IdbDatabase>().close());
        });
        // An answer after we gave up must not hold the store.
        request.set_onsuccess(Some(close.unchecked_ref()));
        return Err(fault);
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
        Some("VersionError") => StoreFault::Busy,
        _ => StoreFault::Refused,
    }
}
