package org.torg.kernel.privacy;

import java.util.Optional;
import org.torg.api.account.UserId;
import org.torg.api.store.Transactions.Tx;

/** Tells people that they were erased. Others do it: what erases does not write mails. */
public interface Farewell {

    /** Makes ready what is to be told, while it is still known to whom; empty when there is no way to tell it. */
    Optional<Words> prepare(Tx tx, UserId user);

    /** What is told once all is erased, in the same transaction. */
    interface Words {
        void say(Tx tx);
    }
}
