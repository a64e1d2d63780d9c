package org.torg.persistence.quote;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.PricedCart;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.Quote;
import org.torg.api.quote.Quote.Status;
import org.torg.api.quote.QuoteId;
import org.torg.api.quote.Quotes.Summary;
import org.torg.api.store.QuoteStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement; {@code quote} three. */
@Component(service = QuoteStore.class)
public final class JdbcQuoteStore implements QuoteStore {

    private static final String HEAD = "id, quote_number, vendor, account, location, requested_by, list, title, state,"
            + " requested_at, due_at, valid_until, valid_to, became_order, version, changed_at";

    private final Documents documents = new Documents();

    /** What was asked. */
    private record Asked(Destination destination, Optional<String> deliveryOption, List<Quote.Line> lines) {}

    /** What was offered. */
    private record Offered(List<Quote.QuotedLine> quoted, PricedCart price) {}

    @Override
    public void insert(Tx tx, Quote quote) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO quote (id, quote_number, vendor, account, location, requested_by, list, title,"
                                + " state, requested_at, due_at, version, changed_at, content)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        quote.id().value(),
                        quote.number(),
                        quote.vendor().value(),
                        quote.account().value(),
                        Sql.text(quote.location().map(LocationId::value)),
                        quote.requestedBy().value(),
                        quote.list().value(),
                        quote.title(),
                        quote.status().name(),
                        quote.requestedAt(),
                        Sql.moment(quote.dueAt()),
                        quote.version(),
                        quote.changedAt(),
                        documents.write(new Asked(quote.destination(), quote.deliveryOption(), quote.lines()))));
    }

    @Override
    public Optional<Quote> quote(Tx tx, QuoteId id, Instant now) {
        OpenTransaction open = OpenTransaction.of(tx);
        return open.first(
                        Sql.of("SELECT " + HEAD + ", content FROM quote WHERE id = ?", id.value()),
                        row -> quote(row, now))
                .map(quote -> with(quote, offers(open, id), comments(open, id)));
    }

    private List<Quote.Offer> offers(OpenTransaction open, QuoteId id) {
        return open.list(
                Sql.of(
                        "SELECT offer, offered_at, offered_by, valid_until, message, content FROM quote_offer"
                                + " WHERE quote = ? ORDER BY offer",
                        id.value()),
                row -> {
                    Offered offered = documents.read(row.text("content"), Offered.class);
                    return new Quote.Offer(
                            row.integer("offer"),
                            row.moment("offered_at"),
                            new UserId(row.text("offered_by")),
                            offered.quoted(),
                            offered.price(),
                            row.date("valid_until"),
                            row.optionalText("message"));
                });
    }

    private static List<Quote.Comment> comments(OpenTransaction open, QuoteId id) {
        return open.list(
                Sql.of(
                        "SELECT said_at, said_by, staff, words FROM quote_comment WHERE quote = ? ORDER BY turn",
                        id.value()),
                row -> new Quote.Comment(
                        row.moment("said_at"), new UserId(row.text("said_by")), row.flag("staff"), row.text("words")));
    }

    @Override
    public List<Summary> find(Tx tx, Filter filter, Optional<After> after, int limit, Instant now) {
        boolean due = filter.waiting();
        Sql sql = Sql.of("SELECT " + HEAD + " FROM quote" + index(filter, due) + " WHERE 1 = 1");
        filter.account().ifPresent(account -> sql.add(" AND account = ?", account.value()));
        filter.vendors().ifPresent(vendors -> sql.add(" AND ")
                .addIn("vendor", vendors.stream().map(VendorId::value).toList()));
        filter.locations().ifPresent(locations -> sql.add(" AND ")
                .addIn(
                        "location",
                        locations.stream().map(LocationId::value).sorted().toList()));
        filter.status().ifPresent(status -> state(sql, status, now));
        if (due) {
            sql.add(" AND due_at IS NOT NULL");
        }
        after.ifPresent(last -> {
            if (due) {
                sql.add(
                        " AND (due_at > ? OR (due_at = ? AND id > ?))",
                        last.due(),
                        last.due(),
                        last.id().value());
            } else {
                sql.add(" AND id < ?", last.id().value());
            }
        });
        return OpenTransaction.of(tx)
                .list(
                        sql.add(due ? " ORDER BY due_at, id" : " ORDER BY id DESC")
                                .limit(limit),
                        row -> summary(row, now));
    }

    /** Derby would otherwise read past all rows of others. */
    private static String index(Filter filter, boolean due) {
        if (filter.account().isPresent()) {
            return " --DERBY-PROPERTIES index=quote_account\n";
        }
        return filter.vendors().isPresent()
                ? " --DERBY-PROPERTIES index=" + (due ? "quote_due" : "quote_vendor") + "\n"
                : "";
    }

    private static void state(Sql sql, Status status, Instant now) {
        switch (status) {
            case EXPIRED -> sql.add(" AND state = ? AND valid_to <= ?", Status.OFFERED.name(), now);
            case OFFERED -> sql.add(" AND state = ? AND valid_to > ?", Status.OFFERED.name(), now);
            default -> sql.add(" AND state = ?", status.name());
        }
    }

    @Override
    public boolean move(Tx tx, QuoteId id, long version, Move move) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE quote SET state = ?, due_at = ?, valid_until = ?, valid_to = ?, became_order = ?,"
                                        + " changed_at = ?, version = version + 1 WHERE id = ? AND version = ?",
                                move.status().name(),
                                Sql.moment(move.dueAt()),
                                Sql.date(move.validUntil()),
                                Sql.moment(move.validTo()),
                                Sql.text(move.order().map(OrderId::value)),
                                move.now(),
                                id.value(),
                                version))
                == 1;
    }

    @Override
    public void offer(Tx tx, QuoteId id, Quote.Offer offer) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO quote_offer (quote, offer, offered_at, offered_by, valid_until, message, content)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        id.value(),
                        offer.number(),
                        offer.at(),
                        offer.by().value(),
                        offer.validUntil(),
                        Sql.text(offer.message()),
                        documents.write(new Offered(offer.quoted(), offer.price()))));
    }

    @Override
    public void comment(Tx tx, QuoteId id, int turn, Quote.Comment comment) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO quote_comment (quote, turn, said_at, said_by, staff, words)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        id.value(),
                        turn,
                        comment.at(),
                        comment.by().value(),
                        comment.staff(),
                        comment.text()));
    }

    private static Summary summary(Row row, Instant now) throws SQLException {
        return new Summary(
                new QuoteId(row.text("id")),
                row.text("quote_number"),
                new VendorId(row.text("vendor")),
                new AccountId(row.text("account")),
                new UserId(row.text("requested_by")),
                row.text("title"),
                status(row, now),
                row.moment("requested_at"),
                row.optionalMoment("due_at"),
                row.optionalDate("valid_until"));
    }

    private static Status status(Row row, Instant now) throws SQLException {
        Status stored = Status.valueOf(row.text("state"));
        return stored == Status.OFFERED
                        && row.optionalMoment("valid_to")
                                .filter(end -> !now.isBefore(end))
                                .isPresent()
                ? Status.EXPIRED
                : stored;
    }

    private Quote quote(Row row, Instant now) throws SQLException {
        Asked asked = documents.read(row.text("content"), Asked.class);
        return new Quote(
                new QuoteId(row.text("id")),
                row.text("quote_number"),
                new VendorId(row.text("vendor")),
                new AccountId(row.text("account")),
                row.optionalText("location").map(LocationId::new),
                new UserId(row.text("requested_by")),
                new ProjectListId(row.text("list")),
                row.text("title"),
                status(row, now),
                row.moment("requested_at"),
                row.optionalMoment("due_at"),
                row.optionalMoment("valid_to"),
                asked.destination(),
                asked.deliveryOption(),
                asked.lines(),
                List.of(),
                List.of(),
                row.optionalText("became_order").map(OrderId::new),
                row.number("version"),
                row.moment("changed_at"));
    }

    private static Quote with(Quote quote, List<Quote.Offer> offers, List<Quote.Comment> comments) {
        return new Quote(
                quote.id(),
                quote.number(),
                quote.vendor(),
                quote.account(),
                quote.location(),
                quote.requestedBy(),
                quote.list(),
                quote.title(),
                quote.status(),
                quote.requestedAt(),
                quote.dueAt(),
                quote.validTo(),
                quote.destination(),
                quote.deliveryOption(),
                quote.lines(),
                new ArrayList<>(offers),
                new ArrayList<>(comments),
                quote.order(),
                quote.version(),
                quote.changedAt());
    }
}
