//! Amounts with their currency, and what they are worth in dollars: exact, compared unrounded.
use crate::table::{fit, id, reading};
use fitproof::domain::answer::Answer;
use fitproof::domain::criterion::Outcome;
use fitproof::domain::money;
use fitproof::domain::quantity::Quantity;
use fitproof::domain::span::Span;

fn check(text: &str, currency: Option<&str>, cents: i128) {
    let amount = money::read(text).unwrap_or_else(|fault| panic!("“{text}”: {}", fault.message));
    assert_eq!(amount.currency.as_deref(), currency, "“{text}”");
    assert_eq!(amount.span.single(), Quantity::ratio(cents, 100), "“{text}” reads as {:?}", amount.span);
}

#[test]
fn a_currency_stands_anywhere() {
    for (text, currency, cents) in [
        ("2.5m", None, 2_500_000_00),
        ("$2.5m", Some("USD"), 2_500_000_00),
        ("$ 2.5m", Some("USD"), 2_500_000_00),
        ("2.5m$", Some("USD"), 2_500_000_00),
        ("2.5 $", Some("USD"), 2_50),
        ("US$ 2.5M", Some("USD"), 2_500_000_00),
        ("USD 2.5M", Some("USD"), 2_500_000_00),
        ("usd 2.5m", Some("USD"), 2_500_000_00),
        ("2.5M USD", Some("USD"), 2_500_000_00),
        ("USD2.5M", None, 0),
        ("€1.234,50", Some("EUR"), 1_234_50),
        ("1.234,50 €", Some("EUR"), 1_234_50),
        ("EUR 40M", Some("EUR"), 40_000_000_00),
        ("40 Mio EUR", Some("EUR"), 40_000_000_00),
        ("40 mio €", Some("EUR"), 40_000_000_00),
        ("40 mln PLN", Some("PLN"), 40_000_000_00),
        ("40 mln zł", Some("PLN"), 40_000_000_00),
        ("40 mln", None, 40_000_000_00),
        ("2 mld Kč", Some("CZK"), 2_000_000_000_00),
        ("2 mrd", None, 2_000_000_000_00),
        ("£48k", Some("GBP"), 48_000_00),
        ("¥1,000,000", Some("JPY"), 1_000_000_00),
        ("₹5M", Some("INR"), 5_000_000_00),
        ("₹6,45,00,000", Some("INR"), 64_500_000_00),
        ("INR 5 lac", Some("INR"), 500_000_00),
        ("5 lac", None, 500_000_00),
        ("\u{200e}$۶۴٬۵۰۰٫۵۰", Some("USD"), 64_500_50),
        ("₴5M", Some("UAH"), 5_000_000_00),
        ("CHF 1'234.50", Some("CHF"), 1_234_50),
        ("SEK 1 234,50", Some("SEK"), 1_234_50),
        ("12 XTS", Some("XTS"), 12_00),
    ] {
        if text == "USD2.5M" {
            let amount = money::read(text).expect("a code may touch the number");
            assert_eq!(
                (amount.currency.as_deref(), amount.span.single()),
                (Some("USD"), Quantity::ratio(2_500_000, 1))
            );
        } else {
            check(text, currency, cents);
        }
    }
}

#[test]
fn bands_of_money() {
    for (text, least, most) in [
        ("$10M-$50M", 10_000_000_00, Some(50_000_000_00)),
        ("$10-50M", 10_000_000_00, Some(50_000_000_00)),
        ("10M to 50M USD", 10_000_000_00, Some(50_000_000_00)),
        ("between $10M and $50M", 10_000_000_00, Some(50_000_000_00)),
        ("between 10 and 50M", 10_000_000_00, Some(50_000_000_00)),
        ("under $10M", 0, Some(10_000_000_00 - 1)),
        ("up to USD 10k", 0, Some(10_000_00)),
        ("over $500M", 500_000_000_00 + 1, None),
        ("$500M+", 500_000_000_00, None),
        ("$500M or more", 500_000_000_00, None),
    ] {
        let amount = money::read(text).unwrap_or_else(|fault| panic!("“{text}”: {}", fault.message));
        let quantity = |cents| Quantity::ratio(cents, 100).expect("in range");
        let expected = Span { least: quantity(least), most: most.map(quantity) };
        assert_eq!(amount.span, expected, "“{text}”");
    }
    for text in
        ["", "$", "€", "EUR", "USD EUR", "$5 €5", "C$ 5M", "5M dollars", "$-5", "-$5", "🙂", "$$$", "USD", "five"]
    {
        assert!(money::read(text).is_err(), "“{text}” is taken");
    }
    assert!(money::read(&"$".repeat(10_000)).is_err());
    assert!(money::read(&"USD ".repeat(10_000)).is_err());
    assert!(money::read(&"9".repeat(10_000)).is_err());
}

/// Revenue typed in another currency, and how the scale-up's and the front office's bounds see it.
fn check_rate(given: &str, scale_up: Outcome, front_office: Outcome) {
    let fit = fit(given);
    let outcome = |profile: usize, criterion: &str| {
        let finding = fit.profiles[profile].findings.iter().find(|finding| finding.criterion == criterion);
        finding.expect("a criterion of the table").outcome
    };
    assert_eq!(outcome(0, "fit.scale-up.revenue"), scale_up, "{given}: scale-up");
    assert_eq!(outcome(1, "fit.front-office.revenue"), front_office, "{given}: front office");
}

#[test]
fn other_currencies_compare_unrounded() {
    use Outcome::{Met, Missed, Near, Unknown};
    for (given, scale_up, front_office) in [
        // 92,592,592.59 × 1.08 = 99,999,999.9972, below 100M though it rounds to it.
        ("revenue=EUR 92,592,592.59; rate EUR=1.08", Met, Missed),
        // 92,592,592.60 × 1.08 = 100,000,000.008.
        ("revenue=EUR 92,592,592.60; rate EUR=1.08", Near, Missed),
        // 111,111,111.11 × 1.08 = 119,999,999.9988.
        ("revenue=EUR 111,111,111.11; rate EUR=1.08", Near, Missed),
        // 111,111,111.12 × 1.08 = 120,000,000.0096, above though it rounds to 120M.
        ("revenue=EUR 111,111,111.12; rate EUR=1.08", Missed, Missed),
        // 462,962,962.96 × 1.08 = 499,999,999.9968.
        ("revenue=EUR 462,962,962.96; rate EUR=1.08", Missed, Near),
        // 462,962,962.97 × 1.08 = 500,000,000.0076.
        ("revenue=EUR 462,962,962.97; rate EUR=1.08", Missed, Met),
        // 370,370,370.37 × 1.08 = 399,999,999.9996.
        ("revenue=EUR 370,370,370.37; rate EUR=1.08", Missed, Missed),
        ("revenue=EUR 370,370,370.38; rate EUR=1.08", Missed, Near),
        ("revenue=EUR 50M; rate EUR=2", Near, Missed),
        ("revenue=EUR 49,999,999.99; rate EUR=2", Met, Missed),
        ("revenue=EUR 100M; rate EUR=0.999999999999", Met, Missed),
        ("revenue=EUR 100M; rate EUR=1.000000000001", Near, Missed),
        ("revenue=€90M; rate EUR=1,08", Met, Missed),
        ("revenue=JPY 14,999,999,999; rate JPY=0.0066666", Met, Missed),
        ("revenue=EUR 40M-92,592,592.59; rate EUR=1.08", Met, Missed),
        ("revenue=EUR 40M-92,592,592.60; rate EUR=1.08", Unknown, Missed),
        ("revenue=EUR 462,962,962.97+; rate EUR=1.08", Missed, Met),
        ("revenue=USD 40M; rate EUR=1.08", Met, Missed),
        ("revenue=EUR 40M", Unknown, Unknown),
        ("revenue=EUR 40M; rate GBP=1.2", Unknown, Unknown),
        ("revenue=EUR 40M; rate EUR=", Unknown, Unknown),
        ("revenue=EUR 40M; rate EUR=0", Unknown, Unknown),
        ("revenue=EUR 40M; rate EUR=about one", Unknown, Unknown),
        ("revenue=EUR 900000bn; rate EUR=1000", Unknown, Unknown),
        ("revenue=40M", Unknown, Unknown),
        ("revenue=lots", Unknown, Unknown),
        ("revenue=", Unknown, Unknown),
    ] {
        check_rate(given, scale_up, front_office);
    }
}

#[test]
fn what_cannot_be_worth_anything_says_why() {
    for (given, words) in [
        ("revenue=EUR 40M", "What is 1 EUR worth in USD?"),
        ("revenue=EUR 40M; rate EUR=0", "The rate of EUR"),
        ("revenue=EUR 40M; rate EUR=x", "The rate of EUR"),
        ("revenue=EUR 900000bn; rate EUR=1000", "too large"),
        ("revenue=40M", "needs a currency"),
        ("revenue=lots", "isn't a number"),
        ("size=GBP 40k", "What is 1 GBP worth in USD?"),
    ] {
        let reading = reading(given);
        let field = given.split('=').next().map(id).expect("a name");
        let at: Vec<&str> =
            reading.problems.iter().filter(|problem| problem.field == field).map(|problem| &*problem.message).collect();
        assert!(at.len() == 1 && at[0].contains(words), "{given} says {at:?}");
        assert_eq!(*reading.answers.get(&field), Answer::Blank, "{given} counts");
    }
}

#[test]
fn a_chosen_currency_and_a_typed_one_must_agree() {
    use crate::table::{account, profiles, questions};
    use fitproof::domain::account::Entry;
    use fitproof::domain::reading::read;
    for (text, chosen, counts) in [
        ("40M", "USD", true),
        ("40M", "usd", true),
        ("40M", " USD ", true),
        ("$40M", "USD", true),
        ("$40M", "", true),
        ("$40M", "EUR", false),
        ("EUR 40M", "USD", false),
        ("40M", "EUR", true),
        ("EUR 40M", "EUR", true),
        ("40M", "E", false),
        ("40M", "dollars", false),
        ("40M", "", false),
    ] {
        let mut account = account("rate EUR=1.08");
        account.entries.insert(id("revenue"), Entry::Money { text: text.into(), currency: chosen.into() });
        let reading = read(&questions(), &profiles(), "USD", &account);
        assert_eq!(reading.answers.number(&id("revenue")).is_some(), counts, "{text} in {chosen}");
        assert_eq!(reading.problems.is_empty(), counts, "{text} in {chosen}: {:?}", reading.problems);
    }
}

#[test]
fn the_reading_is_echoed() {
    let reading = reading("revenue=EUR 40M-50M; rate EUR=1.08; employees=1.2k");
    let echo = &reading.echoes.get(&id("revenue")).expect("an echo");
    assert_eq!(echo.span, Span::between(40_000_000, 50_000_000));
    assert_eq!(echo.currency.as_deref(), Some("EUR"));
    assert_eq!(echo.converted, Some(Span::between(40_000_000 * 108 / 100, 50_000_000 * 108 / 100)));
    assert_eq!(reading.echoes.get(&id("employees")).expect("an echo").span, Span::whole(1_200));
}
