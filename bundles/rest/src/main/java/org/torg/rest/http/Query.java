package org.torg.rest.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.ws.rs.core.MultivaluedMap;
import org.torg.api.Argument;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.RefusedException;
import org.torg.api.vendor.VendorId;

/**
 * Reads the query of one request and gathers what is wrong with it; in a detail the field is {@code ?} and the
 * parameter's name. Unlike faults in a body these are all 400.
 */
public final class Query {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern VENDOR = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final MultivaluedMap<String, String> parameters;
    private final Set<String> asked = new HashSet<>();
    private final List<Detail> details = new ArrayList<>();

    public Query(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** Lets nothing faulty through, nor a parameter for which nobody has asked. */
    public <T> T settle(T value) {
        for (String name : parameters.keySet()) {
            if (!asked.contains(name)) {
                fault(Pointers.escape(name), "parameter-unknown", "There is no such query parameter.");
            }
        }
        if (details.isEmpty()) {
            return value;
        }
        Detail first = details.get(0);
        throw new RefusedException(
                new Refusal(Refusal.Kind.MALFORMED, first.code(), first.message(), List.copyOf(details)));
    }

    public void fault(String name, String code, String english, Argument... arguments) {
        details.add(Refusal.detail("?" + name, code, english, arguments));
    }

    /** All values of a parameter, clean and not too long. */
    public List<String> texts(String name, int max) {
        asked.add(name);
        List<String> texts = new ArrayList<>();
        for (String value : parameters.getOrDefault(name, List.of())) {
            if (value.codePointCount(0, value.length()) > max) {
                fault(name, "text-too-long", "This may have {0} characters at most.", Argument.number(max));
            } else if (!TextForm.isClean(value, false)) {
                fault(name, "text-invalid", "This holds a character that no text may have.");
            } else if (!value.isBlank()) {
                texts.add(value.strip());
            }
        }
        return texts;
    }

    /** The one value of a parameter; two are a fault. */
    public Optional<String> text(String name, int max) {
        List<String> texts = texts(name, max);
        if (texts.size() > 1) {
            fault(name, "parameter-repeated", "This may be given once.");
        }
        return texts.stream().findFirst();
    }

    /** The opaque id of something. */
    public Optional<String> id(String name) {
        return matching(name, ID);
    }

    public Optional<VendorId> vendor() {
        return matching("vendor", VENDOR).map(VendorId::new);
    }

    public boolean flag(String name) {
        return flag(name, false);
    }

    /** @param standard where nothing is said */
    public boolean flag(String name, boolean standard) {
        Optional<String> value = text(name, 40);
        if (value.isPresent() && !value.get().equals("true") && !value.get().equals("false")) {
            fault(name, "parameter-invalid", "This is true or false.");
        }
        return value.map("true"::equals).orElse(standard);
    }

    /** All constants that are named. */
    public <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
        Set<E> constants = new HashSet<>();
        for (String word : texts(name, 40)) {
            Optional<E> constant = Words.parse(word, type);
            constant.ifPresentOrElse(
                    constants::add,
                    () -> fault(
                            name, "parameter-invalid", "This must be one of: {0}.", Argument.text(Words.all(type))));
        }
        return constants;
    }

    public <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
        Optional<String> value = text(name, 40);
        Optional<E> constant = value.flatMap(word -> Words.parse(word, type));
        if (value.isPresent() && constant.isEmpty()) {
            fault(name, "parameter-invalid", "This must be one of: {0}.", Argument.text(Words.all(type)));
        }
        return constant;
    }

    /** A moment (RFC 3339). */
    public Optional<Instant> moment(String name) {
        Optional<String> value = text(name, 40);
        try {
            return value.map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            fault(name, "parameter-invalid", "This must be a moment, such as 2026-11-22T09:30:00Z.");
            return Optional.empty();
        }
    }

    public PageRequest page(Cursor cursor) {
        return new PageRequest(after(cursor), limit(PageRequest.DEFAULT, PageRequest.MAX));
    }

    public Optional<String> after(Cursor cursor) {
        Optional<String> value = text("after", 400);
        Optional<String> position = value.flatMap(cursor::read);
        if (value.isPresent() && position.isEmpty()) {
            fault("after", "cursor-invalid", "This is not a cursor of this list.");
        }
        return position;
    }

    public int limit(int standard, int max) {
        Optional<String> value = text("limit", 40);
        if (value.isEmpty()) {
            return standard;
        }
        int limit = WHOLE.matcher(value.get()).matches() ? Integer.parseInt(value.get()) : 0;
        if (limit < 1 || limit > max) {
            fault("limit", "limit-invalid", "This must be from {0} to {1}.", Argument.number(1), Argument.number(max));
            return standard;
        }
        return limit;
    }

    private Optional<String> matching(String name, Pattern form) {
        Optional<String> value = text(name, 100);
        if (value.isPresent() && !form.matcher(value.get()).matches()) {
            fault(name, "parameter-invalid", "This is not a value of this parameter.");
            return Optional.empty();
        }
        return value;
    }
}
