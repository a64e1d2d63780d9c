package org.torg.rest.recipient;

import java.util.Optional;
import org.torg.api.PageRequest;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.Faults;

/** What is sent about recipients: in bodies, because addresses of requests are kept in logs. */
final class RecipientBody {

    private RecipientBody() {}

    /** What is kept of somebody. */
    public record NewRecipientJson(Optional<String> name, Optional<String> reference, Optional<String> identityNumber) {

        NewRecipientJson read() {
            Faults faults = new Faults();
            String known = faults.requiredText("/name", name, 200);
            Optional<String> own = faults.text("/reference", reference, 100);
            Optional<String> number = faults.text("/identityNumber", identityNumber, 40);
            return faults.settle(new NewRecipientJson(Optional.of(known), own, number));
        }

        @Override
        public String toString() {
            return "NewRecipientJson";
        }
    }

    /** How the words begin that are looked for. */
    public record RecipientSearchJson(Optional<String> text, Optional<String> after, Optional<Integer> limit) {

        record Search(String text, PageRequest page) {
            @Override
            public String toString() {
                return "Search";
            }
        }

        Search read(Cursor cursor) {
            Faults faults = new Faults();
            String wanted = faults.requiredText("/text", text, 100);
            Optional<String> position = after.flatMap(cursor::read);
            if (after.isPresent() && position.isEmpty()) {
                faults.add("/after", "cursor-invalid", "This is not a cursor of this list.");
            }
            int most = limit.orElse(PageRequest.DEFAULT);
            if (most < 1 || most > PageRequest.MAX) {
                faults.add("/limit", "limit-invalid", "This must be from 1 to 200.");
                most = PageRequest.DEFAULT;
            }
            return faults.settle(new Search(wanted, new PageRequest(position, most)));
        }

        @Override
        public String toString() {
            return "RecipientSearchJson";
        }
    }
}
