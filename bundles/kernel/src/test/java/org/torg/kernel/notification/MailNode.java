package org.torg.kernel.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.torg.api.notification.MailTransport;
import org.torg.kernel.fixture.Kernel;

/** One node that sends mails, turn by turn, to a transport that notes them and does what the test says. */
final class MailNode implements MailTransport {

    final List<Mail> sent = new ArrayList<>();
    final MailWay way = new MailWay();
    final MailDelivery delivery;
    final NotificationService notifications;
    Consumer<Mail> server = mail -> {};

    MailNode(Kernel kernel) {
        this(kernel, new MailComposer(kernel.vendors, "https://shop.example"));
    }

    MailNode(Kernel kernel, MailComposer composer) {
        way.addTransport(this);
        delivery = new MailDelivery(
                kernel.transactions,
                kernel.stores.mails(),
                kernel.mails,
                composer,
                way,
                kernel.clock,
                UUID.randomUUID().toString());
        notifications = new NotificationService(
                kernel.transactions,
                kernel.stores.mails(),
                kernel.mails,
                way,
                kernel.commands,
                kernel.gate,
                kernel.clock,
                kernel.nudge);
    }

    @Override
    public void send(Mail mail) {
        server.accept(mail);
        sent.add(mail);
    }

    /** Takes turns as long as there may be more. */
    MailNode run() {
        while (delivery.turn()) {
            // There may be more.
        }
        return this;
    }

    List<String> ids() {
        return sent.stream().map(Mail::id).toList();
    }

    static MailException refused() {
        return new MailException("550 5.1.1 <kari@fjellheim.example> unknown", true, new IllegalStateException());
    }

    static MailException away() {
        return new MailException("no connection", false, new IllegalStateException());
    }
}
