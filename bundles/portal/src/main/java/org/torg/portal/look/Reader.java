package org.torg.portal.look;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.Argument;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.Refusal;
import org.torg.api.account.Address;
import org.torg.api.account.Function;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors;
import org.torg.http.Wording;
import org.torg.http.Wordings;

/** Who reads a page: in which words, with which formats, at which clock. */
public final class Reader {

    /** Signs that people know; of others the code is written. */
    private static final Map<String, String> SIGNS = Map.of("NOK", "kr", "SEK", "kr", "DKK", "kr", "EUR", "€");

    private final Locale locale;

    /** Of dates and times: whoever reads English here expects the day before the month, and 24 hours. */
    private final Locale calendar;

    private final ZoneId zone;
    private final Vendors vendors;
    private final Wordings wordings;

    /** @param zone in which moments are told */
    public Reader(Locale locale, ZoneId zone, Vendors vendors) {
        this.locale = locale;
        this.calendar = locale.getLanguage().equals("en") ? Locale.UK : locale;
        this.zone = zone;
        this.vendors = vendors;
        this.wordings = new Wordings(vendors);
    }

    public Locale locale() {
        return locale;
    }

    /** ISO 639-1. */
    public String language() {
        return locale.getLanguage();
    }

    public static List<String> languages() {
        return PortalTexts.LANGUAGES;
    }

    /** What a language is called by those who speak it. */
    public static String languageName(String code) {
        Locale own = new Locale(code);
        String name = code.equals("nb") ? "norsk" : own.getDisplayLanguage(own);
        return name.substring(0, 1).toUpperCase(own) + name.substring(1);
    }

    /**
     * The portal's own words.
     *
     * @param arguments numbers are written by locale, all else as it is
     */
    public String text(String key, Object... arguments) {
        return PortalTexts.text(locale, key, arguments);
    }

    /** The portal's own words, if it has any. */
    public Optional<String> known(String key) {
        return PortalTexts.has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** Of a constant, such as {@code order.status.in-fulfilment}. */
    public String word(String prefix, Enum<?> constant) {
        return text(prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Of a code from a list that may grow, such as {@code deed.sign-in}; the code itself where there is no word. */
    public String known(String prefix, String code) {
        String key = prefix + "." + code.toLowerCase(Locale.ROOT);
        return PortalTexts.has(key) ? text(key) : code;
    }

    public String of(LocalizedText text) {
        return text.in(locale);
    }

    /** What nobody in particular has said. */
    public String of(Message message) {
        return wordings.of(locale).of(message);
    }

    public String of(Refusal refusal) {
        return missingRight(refusal)
                .map(function -> text("refused.right", word("function", function)))
                .orElseGet(() -> of(refusal.message()));
    }

    /** People know a right by its name, and programs by its code. */
    private static Optional<Function> missingRight(Refusal refusal) {
        return refusal.message().arguments().stream()
                .filter(argument -> refusal.code().equals("right-missing"))
                .flatMap(argument -> argument instanceof Argument.Text code
                        ? Function.of(code.value()).stream()
                        : Stream.<Function>empty())
                .findFirst();
    }

    /** What this vendor has said. */
    public String of(VendorId vendor, Message message) {
        return wordings.of(vendor, locale).of(message);
    }

    public Wording words(VendorId vendor) {
        return wordings.of(vendor, locale);
    }

    /** The vendor's name, also while it is away. */
    public String vendor(VendorId id) {
        return descriptor(id).map(known -> known.name().in(locale)).orElse(id.value());
    }

    /** As the vendor is, or as it was last. */
    public Optional<VendorDescriptor> descriptor(VendorId id) {
        return vendors.known().stream().filter(known -> known.id().equals(id)).findFirst();
    }

    public List<VendorDescriptor> vendors() {
        return vendors.present();
    }

    /** Whether the stall is open. */
    public boolean isOpen(VendorId id) {
        return vendors.isOpen(id);
    }

    /** Without its currency. */
    public String amount(Money money) {
        return amount(money.toBigMoney());
    }

    public String amount(BigMoney money) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        int decimals = money.getCurrencyUnit().getDecimalPlaces();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(
                Math.max(decimals, money.getAmount().stripTrailingZeros().scale()));
        return format.format(money.getAmount()).replace('-', '\u2212');
    }

    /** Such as {@code kr}. */
    public String currency(String code) {
        return SIGNS.getOrDefault(code, code);
    }

    /** An amount within a sentence. */
    public String money(Money money) {
        String sign = currency(money.getCurrencyUnit().getCode());
        return language().equals("en")
                ? money.getCurrencyUnit().getCode() + "\u00a0" + amount(money)
                : amount(money) + "\u00a0" + sign;
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /** How large a file is, such as {@code 12.3 MB}. */
    public String size(long bytes) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        // A byte is "tavu" in Finnish.
        String sign = language().equals("fi") ? "t" : "B";
        return bytes < 1_000_000
                ? format.format(BigDecimal.valueOf(bytes, 3)) + "\u00a0k" + sign
                : format.format(BigDecimal.valueOf(bytes, 6)) + "\u00a0M" + sign;
    }

    /** A percentage: 25 means 25 %. */
    public String percent(BigDecimal percent) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(percent.movePointLeft(2));
    }

    public String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(calendar));
    }

    public String date(Instant moment) {
        return date(LocalDate.ofInstant(moment, zone));
    }

    /** Day and minute. */
    public String moment(Instant moment) {
        return date(moment) + " " + time(moment);
    }

    /** Day and minute in figures, for tables that have little room. */
    public String brief(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(calendar)
                .format(moment.atZone(zone));
    }

    public String time(Instant moment) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(calendar)
                .format(moment.atZone(zone));
    }

    /** For machines, in a {@code time} element. */
    public static String stamp(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** When a day begins here. */
    public Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** The lines of an address, the name first. */
    public List<String> lines(Address address) {
        List<String> lines = new java.util.ArrayList<>();
        lines.add(address.name());
        address.attention().ifPresent(lines::add);
        lines.add(address.line1());
        address.line2().ifPresent(lines::add);
        lines.add(address.postcode() + " " + address.city());
        lines.add(new Locale("", address.country()).getDisplayCountry(locale));
        return lines;
    }
}
