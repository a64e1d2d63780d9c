package org.torg.portal.capability;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.Refusal;
import org.torg.api.portal.Capability;
import org.torg.api.portal.Shown;
import org.torg.http.Wording;
import org.torg.portal.look.Reader;

/** What a capability says, as its reader reads it. */
public record Words(Reader reader, Capability capability) {

    /** The name of the capability. */
    public String title() {
        return of(new Message(capability.title(), capability.name(), List.of()));
    }

    /** What an entry of the menu says. */
    public String entry(Capability.MenuEntry entry) {
        return of(new Message(entry.text(), capability.name(), List.of()));
    }

    public String of(Message message) {
        return new Wording(
                        reader.locale(),
                        asked -> capability.texts().pattern(asked.key(), reader.locale()),
                        Optional.empty())
                .of(message);
    }

    /** As plain text. */
    public String of(Shown shown) {
        if (shown instanceof Shown.Text text) {
            return text.value();
        }
        if (shown instanceof Shown.Said said) {
            return of(said.value());
        }
        if (shown instanceof Shown.Amount amount) {
            return reader.money(amount.value());
        }
        if (shown instanceof Shown.Numeral numeral) {
            return reader.number(numeral.value());
        }
        if (shown instanceof Shown.Day day) {
            return reader.date(day.value());
        }
        if (shown instanceof Shown.Moment moment) {
            return reader.moment(moment.value());
        }
        return of(((Shown.State) shown).value());
    }

    /** A day with its weekday, as in a calendar. */
    public String weekday(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE", reader.locale()).format(day);
    }

    public String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(reader.locale())
                .format(time);
    }

    /** In the capability's own words where it has any for this; those of the kernel's refusals the reader knows. */
    public String of(Refusal refusal) {
        return known(refusal.message());
    }

    public String of(Refusal.Detail detail) {
        return known(detail.message());
    }

    private String known(Message message) {
        boolean own = capability.texts().pattern(message.key(), reader.locale()).isPresent();
        return own ? of(message) : reader.of(message);
    }

    /** The same refusal, so that a page that knows nothing of the capability tells it in its words. */
    public Refusal told(Refusal refusal) {
        return new Refusal(
                refusal.kind(),
                refusal.code(),
                new Message("capability." + refusal.code(), "{0}", List.of(Argument.text(of(refusal)))),
                refusal.details());
    }
}
