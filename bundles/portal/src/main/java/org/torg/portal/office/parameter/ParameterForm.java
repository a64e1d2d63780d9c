package org.torg.portal.office.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.vendor.ParameterChange;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Fields;

/**
 * What somebody wants to set.
 *
 * @param typed as it was
 * @param valueFault what is wrong with the value, for the reader
 * @param dateFault what is wrong with the date
 * @param overtaken what somebody else has set since the form was made
 * @param refusal why the kernel did not
 */
public record ParameterForm(
        Fields typed,
        Optional<String> valueFault,
        Optional<String> dateFault,
        Optional<ParameterChange> overtaken,
        Optional<Refusal> refusal) {

    static final String VALUE = "value";
    static final String FROM = "from";
    /** How many rows there were when the form was made. */
    static final String SEEN = "seen";

    static ParameterForm fresh(ParameterView view, Reader reader) {
        Fields typed = Fields.NONE
                .with(VALUE, view.typed(view.value(), reader))
                .with(FROM, view.today().toString());
        return new ParameterForm(typed, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ParameterForm sent(Fields typed, ParameterView view, Reader reader) {
        TypedValue value = value(typed, view);
        return new ParameterForm(
                typed,
                value.fault().map(fault -> sentence(fault, view, reader)),
                dateFault(typed, view, reader),
                overtaken(typed, view),
                Optional.empty());
    }

    ParameterForm refused(Refusal why) {
        return new ParameterForm(typed, valueFault, dateFault, overtaken, Optional.of(why));
    }

    boolean isGood() {
        return valueFault.isEmpty() && dateFault.isEmpty() && overtaken.isEmpty();
    }

    /** Of a good form. */
    ParameterChange change(ParameterView view) {
        return new ParameterChange(
                view.definition().key(),
                value(typed, view).value(),
                LocalDate.parse(typed.typed(FROM).strip()));
    }

    private static TypedValue value(Fields typed, ParameterView view) {
        return TypedValue.of(view.definition(), view.currency(), typed.typed(VALUE));
    }

    private static String sentence(TypedValue.Fault fault, ParameterView view, Reader reader) {
        Optional<BigDecimal> limit = fault.limit();
        return limit.isEmpty()
                ? reader.text(fault.key())
                : reader.text(
                        fault.key(),
                        fault.key().endsWith("decimals")
                                ? reader.number(limit.get())
                                : view.write(limit.get().toPlainString(), reader));
    }

    private static Optional<String> dateFault(Fields typed, ParameterView view, Reader reader) {
        return date(typed.typed(FROM).strip())
                .map(date -> date.isBefore(view.today())
                        ? Optional.of(reader.text("parameter.fault.past", reader.date(view.today())))
                        : Optional.<String>empty())
                .orElseGet(() -> Optional.of(reader.text("parameter.fault.date")));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The newest row, if the form was made before it and does not say the same: the same form sent twice is no conflict. */
    private static Optional<ParameterChange> overtaken(Fields typed, ParameterView view) {
        if (typed.typed(SEEN).equals(Integer.toString(view.rows().size()))) {
            return Optional.empty();
        }
        return view.rows().stream().findFirst().filter(newest -> !isSame(newest, typed, view));
    }

    private static boolean isSame(ParameterChange newest, Fields typed, ParameterView view) {
        return newest.value().equals(value(typed, view).value())
                && newest.validFrom().toString().equals(typed.typed(FROM).strip());
    }
}
