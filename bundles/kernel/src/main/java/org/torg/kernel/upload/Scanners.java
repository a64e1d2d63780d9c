package org.torg.kernel.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.torg.api.upload.FileScanner;

/** The virus scanner, if there is one. */
@Component(service = Scanners.class)
public final class Scanners {

    private final UploadLimits limits;
    private volatile Optional<FileScanner> scanner = Optional.empty();

    @Activate
    public Scanners(@Reference UploadLimits limits) {
        this.limits = limits;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public synchronized void setScanner(FileScanner found) {
        scanner = Optional.of(found);
    }

    public synchronized void unsetScanner(FileScanner gone) {
        scanner = scanner.filter(other -> other != gone);
    }

    /**
     * What is known against the content; nothing when no scanner is here and none is wanted.
     *
     * @throws IOException when nobody can say now
     */
    FileScanner.Verdict judge(Supplier<InputStream> content, long size) throws IOException {
        Optional<FileScanner> here = scanner;
        if (here.isEmpty()) {
            if (limits.needsScanner()) {
                throw new IOException("the virus scanner is away");
            }
            return FileScanner.Verdict.CLEAN;
        }
        try (InputStream in = content.get()) {
            return here.get().scan(in, size);
        }
    }
}
