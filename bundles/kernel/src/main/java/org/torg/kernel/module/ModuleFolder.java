package org.torg.kernel.module;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tenant's module folder: what the operator has put there, and nothing beside it. Never written to. */
@Component(service = ModuleFolder.class, configurationPid = "org.torg.kernel.module")
@Designate(ocd = ModuleFolder.Configuration.class)
public final class ModuleFolder {

    /** So many files are looked at. */
    static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ModuleFolder.class);

    @ObjectClassDefinition(name = "Torg modules", description = "Where bundles wait that may join a vendor")
    public @interface Configuration {
        @AttributeDefinition(description = "A folder that only the operator can write to")
        String folder() default "modules";
    }

    private final Path folder;

    @Activate
    public ModuleFolder(Configuration configuration) {
        this(Path.of(configuration.folder()));
    }

    ModuleFolder(Path folder) {
        this.folder = folder;
    }

    /** The bundles in the folder, by file name. What is none, or cannot be read, is left out. */
    List<ModuleJar> jars() {
        List<ModuleJar> jars = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return jars;
        }
        int looked = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path file : files) {
                if (++looked > MOST) {
                    LOG.warn("More than {} files in the module folder; the others are not looked at", MOST);
                    break;
                }
                if (isInside(file)) {
                    read(file).ifPresent(jars::add);
                }
            }
        } catch (IOException e) {
            LOG.warn("The module folder cannot be read: {}", e.getMessage());
        }
        jars.sort(Comparator.comparing(ModuleJar::file));
        return jars;
    }

    /** The path of a file in the folder, if there is one of exactly this name. */
    Optional<Path> find(String name) {
        try {
            Path plain = Path.of(name);
            if (name.startsWith(".")
                    || plain.getNameCount() != 1
                    || !plain.toString().equals(name)) {
                return Optional.empty();
            }
            return Optional.of(folder.resolve(plain)).filter(this::isInside);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A regular file that is really here: no link leads elsewhere. */
    private boolean isInside(Path file) {
        try {
            return Files.isRegularFile(file)
                    && folder.toRealPath().equals(file.toRealPath().getParent());
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<ModuleJar> read(Path file) {
        try {
            return Optional.of(ModuleJar.read(file));
        } catch (IOException e) {
            LOG.debug("{} is no module: {}", file.getFileName(), e.getMessage());
            return Optional.empty();
        }
    }
}
