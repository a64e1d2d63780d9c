package org.torg.rest.request;

import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.account.UserId;
import org.torg.rest.http.Faults;

/**
 * What staff decide.
 *
 * @param reason told to the customer; needed to decline
 * @param person whom a form without a login is about
 */
public record DecisionJson(Optional<String> decision, Optional<String> reason, Optional<String> person) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int LONGEST_REASON = 4000;

    private enum Word {
        APPROVE,
        DECLINE
    }

    record Decision(boolean approve, String reason, Optional<UserId> person) {}

    Decision read() {
        Faults faults = new Faults();
        faults.required("/decision", decision, "");
        Optional<Word> word = faults.word("/decision", decision, Word.class);
        return faults.settle(new Decision(
                word.filter(Word.APPROVE::equals).isPresent(),
                faults.note("/reason", reason, LONGEST_REASON).orElse(""),
                faults.shaped("/person", person, 64, ID, "person-invalid", "This is no id of a person.")
                        .map(UserId::new)));
    }
}
