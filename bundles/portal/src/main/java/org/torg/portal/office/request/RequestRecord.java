package org.torg.portal.office.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.account.Account;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.People.Member;
import org.torg.portal.look.Reader;
import org.torg.portal.office.OfficeForm;

/**
 * What somebody has asked for, with what staff need to decide it.
 *
 * @param account of the one who asks, where there is one
 * @param by who asks, where it is known
 * @param sought by which text people were looked for whom the form could be about
 * @param found those people, of one account each
 */
public record RequestRecord(
        CustomerRequest request,
        Optional<Account> account,
        Optional<Member> by,
        String sought,
        List<Found> found,
        OfficeForm form) {

    public RequestRecord {
        found = List.copyOf(found);
    }

    public record Found(String company, Member member) {}

    /** A label's key and what was written; empty texts are left out. */
    public record Word(String key, String text) {}

    public boolean isOpen() {
        return request.state() == State.OPEN;
    }

    /** Whether staff must say whom it is about before it can be carried out. */
    public boolean needsPerson() {
        return isOpen() && request.content() instanceof Content.EmailOnFile;
    }

    /** The key of what it is called. */
    public static String title(Content content) {
        return "office.request." + kind(content);
    }

    /** The key of what happens when it is carried out. */
    public String effect() {
        return "office.request.effect." + kind(request.content());
    }

    private static String kind(Content content) {
        if (content instanceof Content.NewLocation) {
            return "new-location";
        } else if (content instanceof Content.NewEmail) {
            return "new-email";
        } else if (content instanceof Content.EmailOnFile) {
            return "email-on-file";
        } else if (content instanceof Content.Correction) {
            return "correction";
        } else if (content instanceof Content.Joining) {
            return "joining";
        }
        return "erasure";
    }

    /** In one line, for a list. */
    public static String about(Content content) {
        if (content instanceof Content.NewLocation location) {
            return location.name();
        } else if (content instanceof Content.NewEmail change) {
            return change.email();
        } else if (content instanceof Content.EmailOnFile form) {
            return form.name() + ", " + form.company();
        } else if (content instanceof Content.Correction correction) {
            return correction.text();
        } else if (content instanceof Content.Joining joining) {
            return joining.name() + ", " + joining.company();
        }
        return content instanceof Content.Erasure erasure ? erasure.text() : "";
    }

    /** What was written, by its labels. */
    public List<Word> words(Reader reader) {
        Content content = request.content();
        List<Word> words = new ArrayList<>();
        if (content instanceof Content.NewLocation location) {
            words.add(new Word("office.location.name", location.name()));
            words.add(new Word("office.request.address", String.join(", ", reader.lines(location.address()))));
            words.add(new Word("checkout.phone", location.phone().orElse("")));
            words.add(new Word("office.request.note", location.note()));
        } else if (content instanceof Content.NewEmail change) {
            words.add(new Word("office.request.new-address", change.email()));
        } else if (content instanceof Content.EmailOnFile form) {
            words.add(new Word("office.customer.company", form.company()));
            words.add(new Word("office.person.name", form.name()));
            words.add(new Word("office.request.old-address", form.oldEmail()));
            words.add(new Word("office.request.new-address", form.newEmail()));
        } else if (content instanceof Content.Correction correction) {
            words.add(new Word("office.request.note", correction.text()));
        } else if (content instanceof Content.Joining joining) {
            words.add(new Word("office.customer.company", joining.company()));
            words.add(new Word("office.customer.organisation", joining.organisationNumber()));
            words.add(new Word("office.person.name", joining.name()));
            words.add(new Word("sign-in.email", joining.email()));
        } else if (content instanceof Content.Erasure erasure) {
            words.add(new Word("office.request.note", erasure.text()));
        }
        return words.stream().filter(word -> !word.text().isBlank()).toList();
    }
}
