package org.torg.portal.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.torg.api.portal.FieldValue;
import org.torg.api.portal.FormField;
import org.torg.api.portal.PageModel;
import org.torg.api.portal.PagePart;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Fields;

/**
 * What was sent, each field as the form declares it.
 *
 * @param values of the fields that are as they should be
 * @param faults of those that are not, in the reader's words
 */
record FormReading(Map<String, FieldValue> values, Map<String, String> faults) {

    /** Empty when the page has no form and no deed of this name. */
    static Optional<FormReading> of(PageModel model, String name, Fields sent, Reader reader) {
        for (PagePart part : model.parts()) {
            if (part instanceof PagePart.Form form && form.name().equals(name)) {
                return Optional.of(read(form, sent, reader));
            }
            if (part instanceof PagePart.Actions actions
                    && actions.actions().stream()
                            .anyMatch(action -> action instanceof PagePart.Deed deed
                                    && deed.name().equals(name))) {
                return Optional.of(new FormReading(Map.of(), Map.of()));
            }
        }
        return Optional.empty();
    }

    private static FormReading read(PagePart.Form form, Fields sent, Reader reader) {
        FormReading reading = new FormReading(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (FormField field : form.fields()) {
            Optional<String> typed = sent.text(field.name());
            if (typed.isPresent()) {
                reading.read(field, typed.get(), reader);
            } else if (field.required()) {
                reading.fault(field, reader.text("service.fault.required"));
            }
        }
        return reading;
    }

    private void read(FormField field, String typed, Reader reader) {
        if (field instanceof FormField.Line line) {
            if (typed.length() > line.longest()) {
                fault(field, reader.text("service.fault.long", line.longest()));
            } else {
                values.put(field.name(), new FieldValue.Text(typed));
            }
        } else if (field instanceof FormField.Numeral numeral) {
            number(numeral, typed, reader);
        } else if (field instanceof FormField.Day day) {
            day(day, typed, reader);
        } else if (field instanceof FormField.Choice choice) {
            if (choice.options().stream().anyMatch(option -> option.code().equals(typed))) {
                values.put(field.name(), new FieldValue.Text(typed));
            } else {
                fault(field, reader.text("service.fault.choice"));
            }
        } else {
            values.put(field.name(), new FieldValue.Tick());
        }
    }

    private void number(FormField.Numeral field, String typed, Reader reader) {
        String plain =
                typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.').replace('\u2212', '-');
        if (!plain.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?")) {
            fault(field, reader.text("service.fault.number"));
            return;
        }
        BigDecimal number = new BigDecimal(plain);
        if (number.compareTo(field.least()) < 0 || number.compareTo(field.most()) > 0) {
            fault(field, reader.text("service.fault.range", reader.number(field.least()), reader.number(field.most())));
        } else if (number.stripTrailingZeros().scale() > field.decimals()) {
            fault(field, reader.text("service.fault.decimals", field.decimals()));
        } else {
            values.put(field.name(), new FieldValue.Numeral(number));
        }
    }

    private void day(FormField.Day field, String typed, Reader reader) {
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.isBefore(field.first()) || day.isAfter(field.last())) {
                fault(field, reader.text("service.fault.days", reader.date(field.first()), reader.date(field.last())));
            } else {
                values.put(field.name(), new FieldValue.Day(day));
            }
        } catch (DateTimeParseException e) {
            fault(field, reader.text("service.fault.day"));
        }
    }

    private void fault(FormField field, String why) {
        faults.put(field.name(), why);
    }
}
