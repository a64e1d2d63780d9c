package org.torg.portal.configurator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.Recipient;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Recipients;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Visit;

/** Whom a configured article is for, as its form asks. */
@Component(service = RecipientChoice.class)
public final class RecipientChoice {

    static final String CHOSEN = "recipient";

    static final String NAME = "recipient-name";
    private static final String REFERENCE = "recipient-reference";
    private static final String SEARCH = "recipient-search";
    private static final int LONGEST_SEARCH = 100;
    private static final int MOST = 8;

    private final Recipients recipients;

    @Activate
    public RecipientChoice(@Reference Recipients recipients) {
        this.recipients = recipients;
    }

    /** The one that was chosen, else a new one where a name was written; nobody where neither was. One form makes one. */
    Outcome<Optional<RecipientId>> made(Visit visit) {
        Fields form = visit.form();
        if (form.text(CHOSEN).isPresent()) {
            return Outcome.done(form.text(CHOSEN).map(RecipientId::new));
        }
        if (form.text(NAME).isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        return recipients
                .add(
                        visit.caller(),
                        visit.key().map(key -> new IdempotencyKey(key.value() + "-recipient")),
                        form.text(NAME).get(),
                        form.text(REFERENCE),
                        Optional.empty())
                .map(added -> Optional.of(added.id()));
    }

    /** Who was added is chosen when the form is shown again, and not added once more. */
    static Fields kept(Fields form, Optional<RecipientId> recipient) {
        return recipient
                .map(id -> form.with(CHOSEN, id.value()).without(NAME, REFERENCE))
                .orElse(form);
    }

    /** The chosen one, and those whose names or references begin as was written; nobody else is looked at. */
    List<Recipient> offered(Caller caller, Fields typed) {
        List<Recipient> shown = new ArrayList<>();
        typed.text(CHOSEN)
                .map(id -> recipients.get(caller, new RecipientId(id)))
                .filter(Outcome::isDone)
                .ifPresent(found -> shown.add(found.orElseThrow()));
        Optional<String> text = typed.text(SEARCH).filter(words -> words.length() <= LONGEST_SEARCH);
        if (text.isPresent()) {
            Outcome<Page<Recipient>> found = recipients.find(caller, text, PageRequest.first(MOST));
            if (found.isDone()) {
                found.orElseThrow().items().stream()
                        .filter(one ->
                                shown.stream().noneMatch(known -> known.id().equals(one.id())))
                        .forEach(shown::add);
            }
        }
        return shown;
    }
}
