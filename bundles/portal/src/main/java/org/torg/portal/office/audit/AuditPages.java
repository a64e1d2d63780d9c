package org.torg.portal.office.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.Function;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditTrail;
import org.torg.portal.office.OfficeRoutes;
import org.torg.portal.office.Period;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.audit.JtelistGenerated;

/**
 * Who did what, in whose name, the newest first: of one customer, one thing such as an order, or one person, as they are linked;
 * by one command, and in a period.
 */
@Component(service = Pages.class)
public final class AuditPages implements Pages {

    private static final int PER_PAGE = 50;
    private static final int COMPANIES = 8;
    private static final String COMMAND = "command";

    private final AuditTrail trail;
    private final Accounts accounts;
    private final Frames frames;

    @Activate
    public AuditPages(@Reference AuditTrail trail, @Reference Accounts accounts, @Reference Frames frames) {
        this.trail = trail;
        this.accounts = accounts;
        this.frames = frames;
    }

    /**
     * @param asked what it is narrowed by
     * @param account the customer by which it is
     * @param sought customers that were looked for by name
     * @param commands by which it can be narrowed
     * @param functions what the reader may do at some vendor
     */
    public record Trail(
            Page<AuditTrail.Named> page,
            Fields asked,
            Period period,
            Optional<Account> account,
            List<Accounts.Summary> sought,
            List<CommandWords.Named> commands,
            Set<Function> functions) {
        public Trail {
            sought = List.copyOf(sought);
            commands = List.copyOf(commands);
            functions = Set.copyOf(functions);
        }

        /** Where the thing is looked at to which something was done. */
        public Optional<AuditTarget> target(AuditTrail.Named line) {
            return AuditTarget.of(line.entry(), functions);
        }

        /** What a form of this page carries on of what others have chosen. */
        public List<Map.Entry<String, String>> kept(String... own) {
            return asked.without("after", "customer").without(own).entries();
        }

        /** Without command and period. */
        public Fields unbounded() {
            return asked.without("after", "customer", COMMAND, Period.FROM, Period.UNTIL);
        }

        public boolean isBounded() {
            return period.isBounded() || asked.text(COMMAND).isPresent();
        }

        /** The fields by which it is narrowed now. */
        public List<String> narrowed() {
            return List.of("account", "target", "person").stream()
                    .filter(field -> asked.text(field).isPresent())
                    .toList();
        }

        /** The key of how a field is told. */
        public static String label(String field) {
            return "office.audit.by-" + field;
        }

        /** With one more field, or another value of it, from the newest on. */
        public Fields with(String field, String value) {
            return asked.without("after", "customer").with(field, value);
        }

        public Fields without(String field) {
            return asked.without("after", "customer", field);
        }

        /** The person's id, where a person did it. */
        public static Optional<String> person(String subject) {
            return Optional.of(subject)
                    .filter(key -> key.startsWith("user:"))
                    .map(key -> key.substring("user:".length()));
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(OfficeRoutes.get("/office/audit", Function.AUDIT_READ, this::list));
    }

    private Reply list(Visit visit) {
        Fields asked = visit.query();
        Optional<AccountId> account = id(asked, "account").map(AccountId::new);
        Period period = Period.of(asked);
        AuditTrail.Query query = new AuditTrail.Query(
                id(asked, "target"),
                account,
                id(asked, "person").map(UserId::new),
                id(asked, COMMAND),
                period.begin(visit.reader()),
                period.end(visit.reader()));
        Trail found = new Trail(
                trail.named(visit.caller(), query, new PageRequest(asked.text("after"), PER_PAGE))
                        .orElseThrow(),
                asked,
                period,
                account.flatMap(id -> done(accounts.get(visit.caller(), id))),
                asked.text("customer").map(text -> sought(visit, text)).orElse(List.of()),
                CommandWords.sorted(
                        visit.reader(), trail.commands(visit.caller()).orElseThrow()),
                visit.staffFunctions());
        Frame frame = frames.of(visit, "office.audit", visit.reader().text("menu.office.audit"));
        return Reply.page(out -> JtelistGenerated.render(out, null, frame, found));
    }

    private List<Accounts.Summary> sought(Visit visit, String text) {
        Accounts.Query query = new Accounts.Query(Optional.of(text), Optional.empty(), Optional.empty());
        return done(accounts.find(visit.caller(), query, PageRequest.first(COMPANIES)))
                .map(Page::items)
                .orElse(List.of());
    }

    /** What no id can be narrows nothing. */
    private static Optional<String> id(Fields asked, String field) {
        return asked.text(field).filter(text -> text.matches("[A-Za-z0-9_:/.-]{1,200}"));
    }

    private static <T> Optional<T> done(Outcome<T> outcome) {
        return outcome.isDone() ? Optional.of(outcome.orElseThrow()) : Optional.empty();
    }
}
