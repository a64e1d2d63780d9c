package org.torg.kernel.request;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.store.RequestStore;
import org.torg.api.store.RequestStore.Addressee;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.notification.Mailer;
import org.torg.kernel.notification.Mailer.Letter;
import org.torg.kernel.vendor.VendorRegistry;

/** Tells people what has become of their request, and why, in their language. */
@Component(service = RequestLetters.class)
public final class RequestLetters {

    private static final String TEMPLATE = "request-decided";

    private final RequestStore store;
    private final Mailer mailer;
    private final VendorRegistry vendors;

    @Activate
    public RequestLetters(@Reference RequestStore store, @Reference Mailer mailer, @Reference VendorRegistry vendors) {
        this.store = store;
        this.mailer = mailer;
        this.vendors = vendors;
    }

    /**
     * Queues the mail about a decision. Of an erasure that is approved nobody is told here: the erasing does it. A form without
     * a login is answered to the address from which it wants to be reached.
     */
    void decided(Tx tx, Decision decision) {
        Content content = decision.content();
        if (content instanceof Content.Erasure && decision.approve()) {
            return;
        }
        Optional<Letter> letter = content instanceof Content.EmailOnFile form
                ? Optional.of(toStranger(decision, form))
                : decision.row().by().flatMap(by -> store.addressee(tx, by)).map(person -> to(decision, person));
        letter.ifPresent(queued -> mailer.queue(tx, queued));
    }

    private static Letter to(Decision decision, Addressee person) {
        return new Letter(
                Optional.of(person.id()),
                person.email(),
                decision.row().vendor(),
                decision.row().account(),
                TEMPLATE,
                person.language(),
                arguments(person.name(), decision),
                Optional.empty());
    }

    private Letter toStranger(Decision decision, Content.EmailOnFile form) {
        return new Letter(
                Optional.empty(),
                form.newEmail(),
                decision.row().vendor(),
                Optional.empty(),
                TEMPLATE,
                decision.row().vendor().map(this::language).orElse("en"),
                arguments(form.name(), decision),
                Optional.empty());
    }

    private String language(VendorId vendor) {
        return vendors.find(vendor)
                .map(Vendor::descriptor)
                .flatMap(descriptor -> descriptor.languages().stream().findFirst())
                .orElse("en");
    }

    /** The name, the kind of request, what was decided, and the reason. */
    private static List<Argument> arguments(String name, Decision decision) {
        return List.of(
                Argument.text(name),
                Argument.text(RequestKind.of(decision.content()).code()),
                Argument.text(decision.approve() ? "approved" : "declined"),
                Argument.text(decision.reason()));
    }
}
