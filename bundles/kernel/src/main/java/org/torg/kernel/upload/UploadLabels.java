package org.torg.kernel.upload;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.torg.api.Refusal;
import org.torg.kernel.account.ContactRules;
import org.torg.kernel.account.IdentityNumbers;

/** What people may call a file. Identity numbers are found by their form, also with blanks in them and beside other words. */
final class UploadLabels {

    private static final int MOST = 80;
    /** Six to eight digits of a date, the sign that some countries have, three to five more with the last perhaps a letter. */
    private static final Pattern LIKE_A_NUMBER =
            Pattern.compile("(?<![0-9])(?:[0-9]{2})?([0-9]{6} ?[-+A-FU-Y]? ?[0-9]{3,4}[0-9A-Y])(?![0-9A-Z])");

    private UploadLabels() {}

    static Optional<Refusal> objection(Optional<String> label, LocalDate today) {
        if (label.isEmpty()) {
            return Optional.empty();
        }
        if (ContactRules.text(label.get(), MOST, "/label").isPresent()) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE, "label-invalid", "A label has 1 to 80 characters on one line."));
        }
        return holdsIdentityNumber(label.get(), today)
                ? Optional.of(Refusal.of(
                        Refusal.Kind.UNPROCESSABLE,
                        "identity-number-in-label",
                        "This label holds a personal identity number. Use the journal number, or none."))
                : Optional.empty();
    }

    static boolean holdsIdentityNumber(String text, LocalDate today) {
        Matcher candidate = LIKE_A_NUMBER.matcher(text.toUpperCase(Locale.ROOT));
        int from = 0;
        while (candidate.find(from)) {
            if (IdentityNumbers.isOne(candidate.group(1), today)) {
                return true;
            }
            from = candidate.start() + 1;
        }
        return false;
    }
}
