package org.torg.api.privacy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.torg.api.Message;
import org.torg.api.store.Transactions.Tx;

/**
 * One part of the system that keeps something about people, and what it does when one of them asks. Every bundle that keeps
 * personal data registers at least one.
 */
@ConsumerType
public interface PersonalData {

    /** In kebab case, such as {@code orders}; the key in an export. */
    String name();

    /** What is kept, why and how long: for the record of processing and for the person. */
    List<Kept> keeps();

    /**
     * All that is kept about the person, as records of strings, numbers, lists, optionals and records: they become JSON.
     * Bounded parts are read one after the other.
     */
    List<? extends Record> export(Tx tx, Subject subject);

    /** What must not be erased now, and why; erasing goes round it. */
    List<Hold> holds(Tx tx, Subject subject);

    /** Anonymises or removes what no hold keeps. May be called again. */
    void erase(Tx tx, Subject subject);

    /**
     * @param what for people
     * @param purpose why
     * @param retention how long after its last use; empty: as long as the person is known here
     */
    record Kept(Message what, Message purpose, Optional<Period> retention) {}

    /**
     * @param code machine code, such as {@code accounting}
     * @param until the last day, where it is known
     */
    record Hold(String code, Message reason, Optional<LocalDate> until) {}
}
