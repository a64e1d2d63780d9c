package org.torg.portal.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.torg.api.portal.Capability.Place;
import org.torg.api.portal.FormField;
import org.torg.api.portal.PageModel;
import org.torg.api.portal.PagePart;
import org.torg.api.portal.Tone;
import org.torg.portal.capability.Capabilities;
import org.torg.portal.capability.Words;

/**
 * A page of a capability.
 *
 * @param here its address, to which its forms are sent
 */
public record ServicePage(Words words, Place place, String here, PageModel model, Filled filled) {

    /** From the root of the portal. */
    public String path(String within) {
        return Capabilities.path(place, words.capability().name(), within);
    }

    public String tone(Tone tone) {
        return tone.name().toLowerCase(java.util.Locale.ROOT);
    }

    public String icon(Tone tone) {
        return switch (tone) {
            case OK -> "check";
            case INFO -> "info";
            case WARN, BAD -> "alert";
            case IDLE -> "pause";
        };
    }

    /** What a field holds: what was typed, else what the capability says. */
    public String value(PagePart.Form form, FormField field) {
        if (filled.is(form.name())) {
            return filled.typed().typed(field.name());
        }
        if (field instanceof FormField.Line line) {
            return line.value().orElse("");
        }
        if (field instanceof FormField.Numeral numeral) {
            return numeral.value().map(this::plain).orElse("");
        }
        if (field instanceof FormField.Day day) {
            return day.value().map(LocalDate::toString).orElse("");
        }
        if (field instanceof FormField.Choice choice) {
            return choice.value().orElse("");
        }
        return ((FormField.Tick) field).value() ? "yes" : "";
    }

    /** Without groups, so that it can be sent back as it stands. */
    private String plain(BigDecimal number) {
        String plain = number.toPlainString();
        return words.reader().language().equals("en") ? plain : plain.replace('.', ',');
    }

    public Optional<String> fault(PagePart.Form form, FormField field) {
        return filled.fault(form.name(), field.name());
    }

    public boolean isBad(PagePart.Form form) {
        return filled.is(form.name())
                && !(filled.faults().isEmpty() && filled.told().isEmpty());
    }

    /** What was wrong with a deed, or with a form that the page has no more. */
    public List<String> told() {
        boolean beside =
                model.parts().stream().anyMatch(part -> part instanceof PagePart.Form form && filled.is(form.name()));
        return beside ? List.of() : filled.told();
    }

    public List<LocalDate> days(PagePart.Calendar calendar) {
        return Stream.iterate(calendar.first(), day -> day.plusDays(1))
                .limit(calendar.days())
                .toList();
    }

    public List<PagePart.Entry> on(PagePart.Calendar calendar, LocalDate day) {
        return calendar.entries().stream()
                .filter(entry -> entry.day().equals(day))
                .sorted((one, other) -> one.time()
                        .map(Object::toString)
                        .orElse("")
                        .compareTo(other.time().map(Object::toString).orElse("")))
                .toList();
    }
}
