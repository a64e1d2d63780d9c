package org.torg.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.ProjectLists.Overview;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** Project lists. Who changes one locks it first. */
@ProviderType
public interface ProjectListStore {

    /** With its lines, in their order. */
    void insert(Tx tx, ProjectList list);

    Optional<ProjectList> list(Tx tx, ProjectListId id);

    /** Locks the list's row until the end of the transaction, so that parallel edits queue up. */
    Optional<ProjectList> lock(Tx tx, ProjectListId id);

    int count(Tx tx, AccountId account);

    /** How many {@link #find} finds. */
    int count(Tx tx, Filter filter);

    /** By id, the newest first. */
    List<Overview> find(Tx tx, Filter filter, Optional<ProjectListId> before, int limit);

    /** @param locations empty: all, and what belongs to the account as a whole */
    record Filter(AccountId account, Optional<VendorId> vendor, Optional<Set<LocationId>> locations) {}

    void rename(Tx tx, ProjectListId id, String name);

    /** @param position of the first of them; the others follow */
    void addLines(Tx tx, ProjectListId id, List<ProjectList.Line> lines, long position);

    void changeLine(Tx tx, ProjectListId id, ProjectList.Line line);

    void deleteLines(Tx tx, ProjectListId id, List<LineId> lines);

    /** Raises the version. */
    void touch(Tx tx, ProjectListId id, Instant now);

    /** With its lines. */
    void delete(Tx tx, ProjectListId id);
}
