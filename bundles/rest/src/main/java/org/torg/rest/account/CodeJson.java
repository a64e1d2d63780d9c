package org.torg.rest.account;

import java.util.Optional;
import org.torg.rest.http.Faults;

/** A code of a second factor, or a recovery code. */
public record CodeJson(Optional<String> code) {

    private static final int LONGEST = 40;

    String read() {
        Faults faults = new Faults();
        return faults.settle(faults.requiredText("/code", code, LONGEST));
    }

    /** One that may be left out. */
    static Optional<String> read(Faults faults, Optional<String> code) {
        return faults.text("/code", code, LONGEST);
    }

    @Override
    public String toString() {
        return "CodeJson";
    }
}
