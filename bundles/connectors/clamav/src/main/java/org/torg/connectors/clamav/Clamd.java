package org.torg.connectors.clamav;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * One connection to clamd, for one file: {@code zINSTREAM}, then pieces, each after its length in four bytes, and a length of zero
 * at the end (clamd(8)). It listens while it sends: clamd answers early, and hangs up, when it has had too much.
 */
final class Clamd implements Closeable {

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_REPLY = 4096;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Duration patience;
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream();
    private boolean hungUp;

    private Clamd(SocketChannel channel, Selector selector, Duration patience) throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.patience = patience;
        key = channel.register(selector, SelectionKey.OP_READ);
    }

    /** @param patience for which it may make no progress */
    static Clamd connect(String host, int port, Duration connect, Duration patience) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(address, Math.toIntExact(connect.toMillis()));
            channel.configureBlocking(false);
            Selector selector = Selector.open();
            try {
                return new Clamd(channel, selector, patience);
            } catch (IOException e) {
                selector.close();
                throw e;
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * What clamd says of the content, without the zero at the end.
     *
     * @throws IOException when it says nothing, or not in time
     */
    String scan(InputStream content) throws IOException {
        Optional<String> early = send(content);
        if (early.isPresent()) {
            return early.get();
        }
        key.interestOps(SelectionKey.OP_READ);
        Optional<String> answer = answer();
        while (answer.isEmpty()) {
            await();
            listen();
            answer = answer();
        }
        return answer.get();
    }

    /** @return what it said before it had everything */
    private Optional<String> send(InputStream content) throws IOException {
        Optional<String> early = write(ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        byte[] piece = new byte[PIECE];
        int length = content.readNBytes(piece, 0, PIECE);
        while (early.isEmpty() && length > 0) {
            ByteBuffer sent = ByteBuffer.allocate(Integer.BYTES + length);
            sent.putInt(length).put(piece, 0, length).flip();
            early = write(sent);
            length = early.isPresent() ? 0 : content.readNBytes(piece, 0, PIECE);
        }
        return early.isPresent() ? early : write(ByteBuffer.allocate(Integer.BYTES));
    }

    private Optional<String> write(ByteBuffer bytes) throws IOException {
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        while (bytes.hasRemaining()) {
            await();
            listen();
            Optional<String> early = answer();
            if (early.isPresent()) {
                return early;
            }
            if (key.isWritable()) {
                put(bytes);
            }
        }
        return Optional.empty();
    }

    /** A pipe that is broken may have brought an answer first. */
    private void put(ByteBuffer bytes) throws IOException {
        try {
            int unused = channel.write(bytes);
        } catch (IOException e) {
            listen();
            if (answer().isEmpty()) {
                throw e;
            }
        }
    }

    private void await() throws IOException {
        selector.selectedKeys().clear();
        if (selector.select(patience.toMillis()) == 0) {
            throw new SocketTimeoutException("clamd made no progress in " + patience.toSeconds() + " s");
        }
    }

    private void listen() throws IOException {
        ByteBuffer heard = ByteBuffer.allocate(LONGEST_REPLY);
        int count = channel.read(heard);
        while (count > 0) {
            reply.write(heard.array(), 0, heard.position());
            if (reply.size() > LONGEST_REPLY) {
                throw new IOException("clamd talks too much");
            }
            heard.clear();
            count = channel.read(heard);
        }
        hungUp = hungUp || count < 0;
    }

    /** Up to its zero, and nothing that has no end: half an answer is none. */
    private Optional<String> answer() throws IOException {
        String heard = reply.toString(StandardCharsets.ISO_8859_1);
        int end = heard.indexOf('\0');
        if (end < 0 && hungUp) {
            throw new EOFException("clamd hung up");
        }
        return end < 0 ? Optional.empty() : Optional.of(heard.substring(0, end));
    }

    @Override
    public void close() throws IOException {
        try {
            selector.close();
        } finally {
            channel.close();
        }
    }
}
