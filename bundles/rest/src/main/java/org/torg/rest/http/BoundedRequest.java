package org.torg.rest.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body ends in a {@link BodyTooLargeException} after so many bytes, whatever its length says, and in a
 * {@link BodyBrokenException} when it cannot be read.
 */
final class BoundedRequest extends HttpServletRequestWrapper {
    private static final long PATIENCE_MILLIS = 200;

    private final long limit;
    private final Semaphore waiting;
    private @Nullable Bounded body;

    /** @param waiting a permit for each thread that may wait for bytes which have not come yet */
    BoundedRequest(HttpServletRequest request, long limit, Semaphore waiting) {
        super(request);
        this.limit = limit;
        this.waiting = waiting;
    }

    /** True when the reader has met the end of what is allowed. */
    boolean exceeded() {
        return body != null && body.read > limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Bounded(super.getInputStream(), limit, waiting);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        return new BufferedReader(
                new InputStreamReader(getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
    }

    private static final class Bounded extends ServletInputStream {
        private final ServletInputStream in;
        private final long limit;
        private final Semaphore waiting;
        private long read;

        /** Jetty is not to be asked again after it. */
        private @Nullable BodyBrokenException broken;

        Bounded(ServletInputStream in, long limit, Semaphore waiting) {
            this.in = in;
            this.limit = limit;
            this.waiting = waiting;
        }

        @Override
        public int read() throws IOException {
            int value = fromSender(in::read);
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = fromSender(() -> in.read(bytes, offset, length));
            count(Math.max(got, 0));
            return got;
        }

        private interface Read {
            int bytes() throws IOException;
        }

        /** A fault of the connection is told apart from those of disks and databases. */
        private int fromSender(Read read) throws IOException {
            if (broken != null) {
                throw broken;
            }
            boolean waits = in.available() == 0 && !in.isFinished();
            if (waits && !mayWait()) {
                throw BodyBrokenException.busy();
            }
            try {
                return read.bytes();
            } catch (IOException e) {
                broken = new BodyBrokenException(e);
                throw broken;
            } finally {
                if (waits) {
                    waiting.release();
                }
            }
        }

        private boolean mayWait() throws InterruptedIOException {
            try {
                return waiting.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped while waiting for a body");
            }
        }

        private void count(int got) throws IOException {
            read += got;
            if (read > limit) {
                throw new BodyTooLargeException(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
