package org.torg.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.People.InvitationId;
import org.torg.api.account.People.Rights;
import org.torg.api.account.People.Team;
import org.torg.api.store.Transactions.Tx;

/** Who was asked to join a team and has not answered yet. */
@ProviderType
public interface InvitationStore {

    /** Violates a unique key when this e-mail has one for this team. */
    void insert(Tx tx, InvitationRow invitation);

    /** Also one that has expired. */
    Optional<InvitationRow> invitation(Tx tx, InvitationId id);

    /** @param email compared without case */
    Optional<InvitationRow> invitation(Tx tx, Team team, String email);

    /** Unexpired ones, the newest first. */
    List<InvitationRow> open(Tx tx, Team team, Instant now, Optional<String> after, int limit);

    /** @return whether it was there */
    boolean extend(Tx tx, InvitationId id, Instant expiresAt);

    /** @return whether it was there */
    boolean delete(Tx tx, InvitationId id);

    int deleteExpiredBefore(Tx tx, Instant instant);

    record InvitationRow(
            InvitationId id,
            Team team,
            String email,
            String name,
            Optional<String> phone,
            String language,
            Rights rights,
            Instant createdAt,
            Instant expiresAt) {
        @Override
        public String toString() {
            return "InvitationRow[" + id + "]";
        }
    }
}
