package org.torg.rest.quote;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.cart.CartId;
import org.torg.api.configurator.Answers;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.ProjectLists;
import org.torg.api.quote.ProjectLists.NewLine;
import org.torg.api.vendor.VendorId;
import org.torg.rest.http.Faults;
import org.torg.rest.pricing.AnswerJson;
import org.torg.rest.pricing.LineJson;
import org.torg.rest.pricing.PriceRequestJson;

/** What is sent to project lists. */
final class ProjectListBody {

    private static final int NAME = 200;
    private static final int NOTE = 500;
    private static final int ID = 64;

    private ProjectListBody() {}

    /**
     * @param vendor may be left out where the tenant has one only
     * @param lines what is on it from the start
     */
    public record NewProjectListJson(
            Optional<String> vendor, Optional<String> name, Optional<List<NewProjectLineJson>> lines) {

        record Read(Optional<VendorId> vendor, String name, List<NewLine> lines) {}

        Read read() {
            Faults faults = new Faults();
            return faults.settle(new Read(
                    PriceRequestJson.vendor(faults, "/vendor", vendor),
                    faults.requiredText("/name", name, NAME),
                    faults.each(
                            "/lines",
                            lines,
                            ProjectLists.MAX_LINES,
                            "lines-too-many",
                            (at, line) -> line.read(faults, at))));
        }
    }

    public record ProjectListNameJson(Optional<String> name) {

        String read() {
            Faults faults = new Faults();
            return faults.settle(faults.requiredText("/name", name, NAME));
        }
    }

    /** @param answers of an article that is configured; may be incomplete */
    public record NewProjectLineJson(
            Optional<String> sku,
            Optional<BigInteger> quantity,
            Optional<Map<String, AnswerJson>> answers,
            Optional<String> note) {

        private NewLine read(Faults faults, String at) {
            return new NewLine(
                    LineJson.sku(faults, at + "/sku", sku),
                    LineJson.quantity(faults, at + "/quantity", quantity),
                    answers.map(given -> AnswerJson.read(faults, at + "/answers", Optional.of(given))),
                    faults.text(at + "/note", note, NOTE));
        }
    }

    public record NewProjectLinesJson(Optional<List<NewProjectLineJson>> lines) {

        List<NewLine> read() {
            Faults faults = new Faults();
            if (lines.isEmpty() || lines.get().isEmpty()) {
                faults.add("/lines", "lines-missing", "There must be a line at least.");
            }
            return faults.settle(faults.each(
                    "/lines", lines, ProjectLists.MAX_LINES, "lines-too-many", (at, line) -> line.read(faults, at)));
        }
    }

    /**
     * @param quantity the new one; 0 removes the line
     * @param answers as they were when absent
     */
    public record ChangedProjectLineJson(
            Optional<BigInteger> quantity, Optional<Map<String, AnswerJson>> answers, Optional<String> note) {

        record Read(int quantity, Optional<Answers> answers, Optional<String> note) {}

        Read read() {
            Faults faults = new Faults();
            return faults.settle(new Read(
                    faults.whole("/quantity", quantity, 0, PriceRequest.MAX_QUANTITY, "quantity-invalid"),
                    answers.map(given -> AnswerJson.read(faults, "/answers", Optional.of(given))),
                    faults.text("/note", note, NOTE)));
        }
    }

    /**
     * @param lines all when absent
     * @param keep whether they stay where they are, too
     */
    public record TransferJson(Optional<String> to, Optional<List<String>> lines, Optional<Boolean> keep) {

        record Read(ProjectListId to, List<LineId> lines, boolean keep) {}

        Read read() {
            Faults faults = new Faults();
            return faults.settle(new Read(
                    new ProjectListId(faults.requiredText("/to", to, ID)), chosen(faults, lines), keep.orElse(false)));
        }
    }

    /**
     * @param cart a new one when absent
     * @param lines all when absent
     */
    public record FillCartJson(Optional<String> cart, Optional<List<String>> lines) {

        record Read(Optional<CartId> cart, List<LineId> lines) {}

        Read read() {
            Faults faults = new Faults();
            return faults.settle(new Read(faults.text("/cart", cart, ID).map(CartId::new), chosen(faults, lines)));
        }
    }

    /** @param lines all when absent */
    public record LinesOfCartJson(Optional<String> cart, Optional<List<String>> lines) {

        record Read(CartId cart, List<LineId> lines) {}

        Read read() {
            Faults faults = new Faults();
            return faults.settle(new Read(new CartId(faults.requiredText("/cart", cart, ID)), chosen(faults, lines)));
        }
    }

    private static List<LineId> chosen(Faults faults, Optional<List<String>> lines) {
        return faults.each(
                "/lines",
                lines,
                ProjectLists.MAX_LINES,
                "lines-too-many",
                (at, line) ->
                        LineJson.id(faults, at, Optional.of(line), "line-unknown", "There is no such line.", "-"));
    }
}
