package org.torg.rest.privacy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.privacy.PersonalData.Hold;
import org.torg.api.privacy.PersonalData.Kept;
import org.torg.api.privacy.Privacy;
import org.torg.http.Wording;

/** The shapes of what is told about personal data. */
final class PersonalDataJson {

    private PersonalDataJson() {}

    /** The record of processing. */
    public record RegisterJson(List<KeptPartJson> parts) {

        static RegisterJson of(Map<String, List<Kept>> register, Wording words) {
            return new RegisterJson(register.entrySet().stream()
                    .flatMap(part -> part.getValue().stream().map(kept -> KeptPartJson.of(part.getKey(), kept, words)))
                    .toList());
        }
    }

    /** @param retention ISO 8601, such as {@code P90D}; absent: as long as the person is known */
    public record KeptPartJson(String part, String what, String purpose, Optional<String> retention) {

        private static KeptPartJson of(String part, Kept kept, Wording words) {
            return new KeptPartJson(
                    part,
                    words.of(kept.what()),
                    words.of(kept.purpose()),
                    kept.retention().map(Period::toString));
        }
    }

    /** What stays, or would. */
    public record HoldsJson(List<HoldJson> holds) {

        static HoldsJson of(Map<String, List<Hold>> holds, Wording words) {
            return new HoldsJson(holds.entrySet().stream()
                    .flatMap(part -> part.getValue().stream().map(hold -> HoldJson.of(part.getKey(), hold, words)))
                    .toList());
        }
    }

    /** @param until the last day */
    public record HoldJson(String part, String code, String reason, Optional<LocalDate> until) {

        private static HoldJson of(String part, Hold hold, Wording words) {
            return new HoldJson(part, hold.code(), words.of(hold.reason()), hold.until());
        }
    }

    /** @param parts records as each part keeps them */
    public record PersonExportJson(String subject, Map<String, List<? extends Record>> parts) {

        static PersonExportJson of(Privacy.Export export) {
            return new PersonExportJson(export.subject().id(), export.parts());
        }

        @Override
        public String toString() {
            return "PersonExportJson";
        }
    }
}
