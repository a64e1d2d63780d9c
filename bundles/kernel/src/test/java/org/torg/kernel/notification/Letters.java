package org.torg.kernel.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.notification.Notifications.State;
import org.torg.api.store.MailStore.MailRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.notification.Mailer.Letter;
import org.torg.kernel.notification.Mailer.Link;

/** Opens the mails that wait to be sent, as nobody but their readers can. */
public final class Letters {

    private final Kernel kernel;

    public Letters(Kernel kernel) {
        this.kernel = kernel;
    }

    /** All that wait, the newest first. */
    public List<Letter> waiting() {
        return kernel.transactions.read(tx -> {
            List<Letter> letters = new ArrayList<>();
            for (MailRow row : kernel.stores
                    .mails()
                    .find(tx, Optional.of(State.WAITING), Optional.empty(), Optional.empty(), 1000)) {
                letters.add(open(tx, row.id()));
            }
            return letters;
        });
    }

    /** All to this address that wait, the newest first. */
    public List<Letter> to(String address) {
        return waiting().stream().filter(letter -> letter.to().equals(address)).toList();
    }

    /** The newest to this address. */
    public Letter last(String address) {
        return to(address).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mail waits for " + address + ", but " + waiting()));
    }

    /** The secret in the link of the newest to this address. */
    public String secret(String address) {
        return last(address).link().map(Link::secret).orElseThrow(() -> new AssertionError("no link in the mail"));
    }

    private Letter open(Tx tx, String id) {
        MailRow row = kernel.stores.mails().mail(tx, id).orElseThrow();
        MailContent content = kernel.mails.open(tx, row).orElseThrow();
        return new Letter(
                row.person(),
                content.to(),
                row.vendor(),
                row.account(),
                row.template(),
                row.language(),
                content.arguments(),
                content.link().map(link -> new Link(link.page(), link.secret())));
    }
}
