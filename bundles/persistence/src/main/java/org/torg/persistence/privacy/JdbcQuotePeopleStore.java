package org.torg.persistence.privacy;

import static org.torg.api.store.PersonalDataStore.ERASED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.UserId;
import org.torg.api.store.QuotePeopleStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** Five or six statements each, by index. */
@Component(service = QuotePeopleStore.class)
public final class JdbcQuotePeopleStore implements QuotePeopleStore {

    private final Documents documents = new Documents();

    @Override
    public List<Written> words(Tx tx, UserId user) {
        OpenTransaction open = OpenTransaction.of(tx);
        List<Written> written = new ArrayList<>();
        read(
                open,
                written,
                "project-list",
                "SELECT id, changed_at AS at_moment, name AS words FROM project_list WHERE owner = ?",
                user);
        read(
                open,
                written,
                "project-list-line",
                "SELECT l.list AS id, p.changed_at AS at_moment, l.note AS words FROM project_list p"
                        + " JOIN project_list_line l ON l.list = p.id WHERE p.owner = ? AND l.note IS NOT NULL",
                user);
        read(
                open,
                written,
                "quote",
                "SELECT id, requested_at AS at_moment, title AS words FROM quote WHERE requested_by = ?",
                user);
        read(
                open,
                written,
                "quote-offer",
                "SELECT quote AS id, offered_at AS at_moment, message AS words FROM quote_offer"
                        + " WHERE offered_by = ? AND message IS NOT NULL",
                user);
        read(
                open,
                written,
                "quote-comment",
                "SELECT quote AS id, said_at AS at_moment, words FROM quote_comment WHERE said_by = ?",
                user);
        return written;
    }

    private static void read(OpenTransaction open, List<Written> written, String where, String sql, UserId user) {
        written.addAll(open.list(
                Sql.of(sql + " ORDER BY 2, 1", user.value()),
                row -> new Written(where, row.text("id"), row.moment("at_moment"), row.text("words"))));
    }

    @Override
    public void erase(Tx tx, UserId user) {
        OpenTransaction open = OpenTransaction.of(tx);
        String id = user.value();
        open.update(Sql.of(
                "UPDATE project_list_line SET note = NULL WHERE list IN (SELECT id FROM project_list WHERE owner = ?)",
                id));
        open.update(Sql.of("UPDATE project_list SET name = ? WHERE owner = ?", ERASED, id));
        eraseAsked(open, id);
        open.update(Sql.of("UPDATE quote_offer SET message = NULL WHERE offered_by = ?", id));
        open.update(Sql.of("UPDATE quote_comment SET words = ? WHERE said_by = ?", ERASED, id));
    }

    /** What was asked for stays, and what was said about a line goes. */
    private void eraseAsked(OpenTransaction open, String person) {
        List<Object[]> rows = open.list(Sql.of("SELECT id, content FROM quote WHERE requested_by = ?", person), row -> {
            JsonNode content = documents.read(row.text("content"), JsonNode.class);
            for (JsonNode line : content.path("lines")) {
                ((ObjectNode) line).remove("note");
            }
            return new Object[] {ERASED, documents.write(content), row.text("id")};
        });
        int[] unused = open.batch("UPDATE quote SET title = ?, content = ? WHERE id = ?", rows);
    }
}
