package org.torg.api.quote;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;

/**
 * Project lists of the caller's account: several of them, which every buyer of the account at that location may see and edit. All
 * need {@code CART_EDIT}; a foreign one answers as an unknown one. An {@code expectedVersion} other than the current one is refused
 * with {@code version-mismatch}.
 */
@ProviderType
public interface ProjectLists {

    int MAX_LISTS = 1_000;
    int MAX_LINES = 1_000;

    /** Refused with {@code vendor-required}, {@code vendor-unavailable}, {@code name-invalid}, {@code lists-too-many}. */
    Outcome<ProjectList> create(Caller caller, Optional<IdempotencyKey> key, Optional<VendorId> vendor, String name);

    /** The newest first, without their lines. Refused with {@code cursor-invalid}. */
    Outcome<Page<Overview>> find(Caller caller, Optional<VendorId> vendor, PageRequest page);

    /** @param lines how many */
    record Overview(ProjectList list, int lines) {}

    Outcome<ProjectList> get(Caller caller, ProjectListId id);

    Outcome<ProjectList> rename(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, Optional<Long> expectedVersion, String name);

    /** With all that is on it. Quotes that were asked for on it stay. */
    Outcome<ProjectListId> delete(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, Optional<Long> expectedVersion);

    /**
     * Adds lines at its end, all or none. Parallel calls lose nothing. Refused with {@code sku-unknown}, {@code quantity-invalid},
     * {@code list-full}, {@code note-invalid}, {@code configuration-none}.
     */
    Outcome<ProjectList> add(Caller caller, Optional<IdempotencyKey> key, ProjectListId id, List<NewLine> lines);

    record NewLine(Sku sku, int quantity, Optional<Answers> answers, Optional<String> note) {}

    /**
     * @param quantity the new one; 0 removes the line
     * @param answers empty: as they were
     */
    Outcome<ProjectList> change(
            Caller caller,
            Optional<IdempotencyKey> key,
            ProjectListId id,
            Optional<Long> expectedVersion,
            LineId line,
            int quantity,
            Optional<Answers> answers,
            Optional<String> note);

    /**
     * Puts lines of a list at the end of another one of the same vendor, in one step. Refused with {@code line-unknown},
     * {@code list-full}, {@code list-vendor-differs}.
     *
     * @param lines empty: all
     * @param keep whether they stay where they are, too: a copy
     */
    Outcome<ProjectList> transfer(
            Caller caller,
            Optional<IdempotencyKey> key,
            ProjectListId from,
            ProjectListId to,
            List<LineId> lines,
            boolean keep);

    /** A new list with the lines of this one. */
    Outcome<ProjectList> copy(Caller caller, Optional<IdempotencyKey> key, ProjectListId id, String name);
}
