package org.torg.kernel.request;

import java.util.Optional;
import org.torg.api.account.Caller;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.UserId;
import org.torg.api.store.RequestStore.RequestRow;

/**
 * What staff decide.
 *
 * @param match whom a form without a login is about
 */
record Decision(
        Caller caller, RequestRow row, Content content, boolean approve, String reason, Optional<UserId> match) {

    /** Whom it is about: who has asked, or whom staff have found out. */
    Optional<UserId> person() {
        return match.or(row::by);
    }
}
