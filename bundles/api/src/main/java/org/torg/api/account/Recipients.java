package org.torg.api.account;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;

/**
 * Patients and end users, each of one location (D19). Readable by those with {@code RECIPIENT_READ} there, and by staff who have
 * it for a vendor that has an order for them; every look is audited as {@code read-recipient}. Foreign ones answer as unknown ones.
 */
@ProviderType
public interface Recipients {

    /**
     * Needs {@code RECIPIENT_EDIT} at the location that the caller has chosen. Refused with {@code location-required},
     * {@code recipient-invalid}.
     */
    Outcome<Recipient> add(
            Caller caller,
            Optional<IdempotencyKey> key,
            String name,
            Optional<String> reference,
            Optional<String> identityNumber);

    Outcome<Recipient> get(Caller caller, RecipientId id);

    /**
     * What those of these are called whom the caller may see; the others are left out. As many statements for one as for a hundred, and each
     * look is audited.
     */
    Map<RecipientId, String> names(Caller caller, Collection<RecipientId> ids);

    /**
     * Those of the caller's location of whose name and reference some words begin so, by name. Needs a location that the caller
     * has chosen. Refused with {@code location-required}, {@code search-invalid}, {@code recipients-too-many} when more than 5,000
     * match, {@code cursor-invalid}.
     *
     * @param text 1 to 100 characters; empty: all
     */
    Outcome<Page<Recipient>> find(Caller caller, Optional<String> text, PageRequest page);

    Outcome<Recipient> edit(
            Caller caller,
            Optional<IdempotencyKey> key,
            RecipientId id,
            Optional<Long> expectedVersion,
            String name,
            Optional<String> reference,
            Optional<String> identityNumber);
}
