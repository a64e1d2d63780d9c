package org.torg.api.configurator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.torg.api.Exact;
import org.torg.api.upload.UploadId;

/** What was answered to one question. Its {@code toString} tells nothing: answers may be about patients. */
public sealed interface Answer {

    /** Option codes, in the order of the model; one unless several may be chosen. */
    record Chosen(List<String> options) implements Answer {
        public Chosen {
            options = List.copyOf(options);
        }

        @Override
        public String toString() {
            return "Chosen";
        }
    }

    record Measure(BigDecimal number) implements Answer {
        public Measure {
            number = Exact.number(number);
        }

        @Override
        public String toString() {
            return "Measure";
        }
    }

    record Words(String text) implements Answer {
        @Override
        public String toString() {
            return "Words";
        }
    }

    record Day(LocalDate date) implements Answer {
        @Override
        public String toString() {
            return "Day";
        }
    }

    record Uploaded(List<UploadId> files) implements Answer {
        public Uploaded {
            files = List.copyOf(files);
        }
    }

    static Answer chosen(String... options) {
        return new Chosen(List.of(options));
    }
}
