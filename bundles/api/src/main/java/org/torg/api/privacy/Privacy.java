package org.torg.api.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.privacy.PersonalData.Hold;
import org.torg.api.privacy.PersonalData.Kept;

/** The rights of the people about whom something is kept (GDPR articles 15, 17, 20). */
@ProviderType
public interface Privacy {

    /** What is kept by each part, and why. Everybody may ask. */
    Map<String, List<Kept>> register();

    /**
     * All that is kept about one person, by the part that keeps it. One's own, or with {@code PERSONAL_DATA} for the tenant; a
     * recipient's also with {@code RECIPIENT_READ} at the location. Audited.
     */
    Outcome<Export> export(Caller caller, Subject subject);

    /** What would stay if the person were erased now. Needs {@code PERSONAL_DATA}. */
    Outcome<Map<String, List<Hold>>> holds(Caller caller, Subject subject);

    /**
     * Anonymises the person and destroys the person's key; what accounting must keep stays, and is named. Needs
     * {@code PERSONAL_DATA}. Refused with {@code own-request} for oneself, {@code last-owner}.
     */
    Outcome<Erasure> erase(Caller caller, Optional<IdempotencyKey> key, Subject subject);

    record Export(Subject subject, Map<String, List<? extends Record>> parts) {}

    record Erasure(Subject subject, Map<String, List<Hold>> kept) {}
}
