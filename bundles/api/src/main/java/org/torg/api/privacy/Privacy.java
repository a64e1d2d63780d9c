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

    /**
     * What is kept of who reads an e-mail: of the person with that login, else what was written to the address or says that it
     * is somebody's. Needs {@code PERSONAL_DATA} for the tenant. Audited.
     *
     * @param email compared without case
     */
    Outcome<Export> exportAddress(Caller caller, String email);

    /** What would stay if the person were erased now. Needs what {@link #erase} needs. */
    Outcome<Map<String, List<Hold>>> holds(Caller caller, Subject subject);

    /**
     * Anonymises the person and destroys the person's key; what accounting must keep stays, and is named. Who had an e-mail is
     * told by mail. Needs {@code PERSONAL_DATA} for the tenant, or for all vendors that deal with an account to which the person
     * belongs or has belonged: refused with {@code other-vendors-concerned} for some of them, with {@code person-not-found} for none.
     * Refused with {@code own-request} for oneself, {@code last-owner}.
     */
    Outcome<Erasure> erase(Caller caller, Optional<IdempotencyKey> key, Subject subject);

    /**
     * Erases who reads an e-mail: as {@link #erase} the person with that login, else what was written to the address. Needs
     * {@code PERSONAL_DATA} for the tenant. Refused with {@code own-request}, {@code last-owner}.
     *
     * @param email compared without case
     */
    Outcome<Erasure> eraseAddress(Caller caller, Optional<IdempotencyKey> key, String email);

    record Export(Subject subject, Map<String, List<? extends Record>> parts) {}

    record Erasure(Subject subject, Map<String, List<Hold>> kept) {}
}
