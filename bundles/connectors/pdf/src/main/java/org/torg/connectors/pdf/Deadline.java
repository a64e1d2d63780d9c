package org.torg.connectors.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.time.Duration;

/** Until when a document must be there. Every piece of text and every page asks it, so that nothing goes on for long after it. */
final class Deadline {

    private final long end;

    Deadline(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    /** @throws Exceeded when it is over */
    void check() {
        if (System.nanoTime() - end > 0) {
            throw new Exceeded("it took too long");
        }
    }

    /** Says where lines may end, as long as there is time. */
    FSTextBreaker breaker(BreakIterator places) {
        return new FSTextBreaker() {
            @Override
            public int next() {
                return places.next();
            }

            @Override
            public void setText(String text) {
                check();
                places.setText(text);
            }
        };
    }

    /** A document is given up. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded(String why) {
            super(why, null, false, false);
        }
    }
}
