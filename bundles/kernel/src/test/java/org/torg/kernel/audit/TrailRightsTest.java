package org.torg.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.account.Function;

/** That nobody audits a command without deciding who sees its line. */
class TrailRightsTest {

    private static final Set<String> DECIDED = Stream.concat(
                    TrailRights.OPEN.stream(), TrailRights.GUARDED.keySet().stream())
            .collect(java.util.stream.Collectors.toUnmodifiableSet());

    @Test
    @Tag("H10")
    void whoMayNotSeeInvoicesSeesNoLineThatTellsOfOne() {
        assertThat(TrailRights.visible(function -> true)).isEmpty();
        assertThat(TrailRights.visible(function -> function != Function.INVOICE_READ)
                        .orElseThrow())
                .contains("place-order", "register-shipment")
                .doesNotContain("issue-invoice");
        assertThat(TrailRights.OPEN).doesNotContainAnyElementsOf(TrailRights.GUARDED.keySet());
    }

    /** Reads the sources: which names the kernel gives to what it audits. A name that cannot be followed fails the test. */
    @Test
    @Tag("H10")
    void eachCommandOfTheKernelIsDecided() throws IOException {
        Commands found = new Commands();
        for (CompilationUnitTree unit : sources()) {
            found.scan(unit, unit);
        }
        found.follow();

        assertThat(found.unknown)
                .as("names of commands that could not be followed")
                .isEmpty();
        assertThat(found.names).hasSizeGreaterThan(60);
        assertThat(new TreeSet<>(found.names))
                .as("commands of the kernel; decide in TrailRights who sees a new one")
                .isEqualTo(new TreeSet<>(DECIDED));
        assertThat(found.writers)
                .as("who writes lines of the trail")
                .containsExactlyInAnyOrder("AuditService.java", "Commands.java", "ReadLog.java");
    }

    private static Iterable<? extends CompilationUnitTree> sources() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<File> files;
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            files = all.filter(path -> path.toString().endsWith(".java"))
                    .map(Path::toFile)
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(200);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        JavacTask task = (JavacTask)
                compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromFiles(files));
        return task.parse();
    }

    /** A call that may name a command: of which method, with what, inside of which. */
    private record Call(String method, List<? extends ExpressionTree> arguments, Optional<MethodTree> within) {}

    /**
     * A method that hands one of its parameters on as the name of a command.
     *
     * @param type of whose calls alone it can be called; empty: of all
     */
    private record Handing(Optional<String> type, String method, int parameters, int parameter) {}

    private static final class Commands extends TreeScanner<Void, CompilationUnitTree> {

        /** By the number of arguments of {@code Commands.run}, {@code Commands.record} and {@code ReadLog.shown}. */
        private static final Map<String, Integer> NAMED = Map.of(
                "commands.run/6",
                2,
                "commands.runPatiently/6",
                2,
                "commands.run/3",
                1,
                "commands.record/4",
                2,
                "log.shown/5",
                2);

        final Set<String> names = new HashSet<>();
        final Set<String> unknown = new TreeSet<>();
        final Set<String> writers = new HashSet<>();
        private final List<Call> calls = new ArrayList<>();
        private final Map<String, String> constants = new HashMap<>();
        private final Map<Call, Integer> open = new java.util.LinkedHashMap<>();
        private @Nullable MethodTree method;
        private String type = "";

        @Override
        public Void visitClass(ClassTree tree, CompilationUnitTree unit) {
            String outer = type;
            type = tree.getSimpleName().toString();
            super.visitClass(tree, unit);
            type = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, CompilationUnitTree unit) {
            MethodTree outer = method;
            method = tree;
            super.visitMethod(tree, unit);
            method = outer;
            return null;
        }

        @Override
        public Void visitVariable(VariableTree tree, CompilationUnitTree unit) {
            if (tree.getInitializer() instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                constants.put(type + "." + tree.getName(), text);
            }
            // By these names their calls are found.
            String of = String.valueOf(tree.getType());
            if ((of.equals("Commands") && !tree.getName().contentEquals("commands"))
                    || (of.equals("ReadLog") && !tree.getName().contentEquals("log"))) {
                unknown.add(of + " " + tree.getName() + " in " + type);
            }
            return super.visitVariable(tree, unit);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, CompilationUnitTree unit) {
            if (tree.getIdentifier().toString().equals("AuditEntry")) {
                writers.add(new File(unit.getSourceFile().getName()).getName());
            }
            return super.visitNewClass(tree, unit);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, CompilationUnitTree unit) {
            Call call = new Call(
                    tree.getMethodSelect().toString(), List.copyOf(tree.getArguments()), Optional.ofNullable(method));
            calls.add(call);
            Integer at = NAMED.get(call.method() + "/" + call.arguments().size());
            if (at != null) {
                open.put(call, at);
            } else if (call.method().matches("commands\\.(run|record)|log\\.shown")) {
                unknown.add(call.method() + " in " + type);
            }
            typeOf.put(call, type);
            return super.visitMethodInvocation(tree, unit);
        }

        private final Map<Call, String> typeOf = new HashMap<>();

        /** From where a command is carried out back to where it gets its name. */
        void follow() {
            Set<Handing> done = new HashSet<>();
            List<Map.Entry<Call, Integer>> left = new ArrayList<>(open.entrySet());
            while (!left.isEmpty()) {
                Map.Entry<Call, Integer> next = left.remove(0);
                Call call = next.getKey();
                for (Handing handing : name(call, call.arguments().get(next.getValue()))) {
                    if (done.add(handing)) {
                        List<Map.Entry<Call, Integer>> callers = calls.stream()
                                .filter(caller -> simple(caller.method()).equals(handing.method())
                                        && caller.arguments().size() == handing.parameters()
                                        && handing.type()
                                                .map(type -> type.equals(typeOf.get(caller)))
                                                .orElse(true))
                                .map(caller -> Map.entry(caller, handing.parameter()))
                                .toList();
                        left.addAll(callers);
                    }
                }
            }
        }

        /** Notes a name; answers who is to be asked for it where it is a parameter. */
        private List<Handing> name(Call call, ExpressionTree argument) {
            if (argument instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                names.add(text);
                return List.of();
            }
            if (argument instanceof ConditionalExpressionTree either) {
                return Stream.of(either.getTrueExpression(), either.getFalseExpression())
                        .flatMap(one -> name(call, one).stream())
                        .toList();
            }
            String constant = argument instanceof MemberSelectTree selected
                    ? selected.toString()
                    : typeOf.get(call) + "." + argument;
            if (constants.containsKey(constant)) {
                names.add(constants.get(constant));
                return List.of();
            }
            if (argument instanceof IdentifierTree name && call.within().isPresent()) {
                MethodTree within = call.within().get();
                List<? extends VariableTree> parameters = within.getParameters();
                Optional<String> only = within.getModifiers().getFlags().contains(Modifier.PRIVATE)
                        ? Optional.ofNullable(typeOf.get(call))
                        : Optional.empty();
                for (int i = 0; i < parameters.size(); i++) {
                    if (parameters.get(i).getName().equals(name.getName())
                            && String.valueOf(parameters.get(i).getType()).equals("String")) {
                        return List.of(new Handing(only, within.getName().toString(), parameters.size(), i));
                    }
                }
            }
            unknown.add(call.method() + "(… " + argument + " …) in " + typeOf.get(call));
            return List.of();
        }

        private static String simple(String method) {
            return method.substring(method.lastIndexOf('.') + 1);
        }
    }
}
