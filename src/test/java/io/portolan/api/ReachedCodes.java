package io.portolan.api;

import io.portolan.refusal.ProblemCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/** Which codes a method may come to refuse by, read from the compiled classes: those that it names, and all that it calls. */
final class ReachedCodes {

    private static final Path CLASSES = Path.of("target/classes");
    /** What is done there is done later, by a worker, and refuses nobody. */
    private static final String ELSEWHERE = "io/portolan/(process|portal|bankapi)/.*";

    private final Map<String, Node> methods = new HashMap<>();
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Map<String, Set<String>> children = new HashMap<>();

    /** What a method calls and which codes it names. */
    private record Node(List<String> calls, Set<String> codes) { }

    ReachedCodes() {
        try (var files = Files.walk(CLASSES.resolve("io/portolan"))) {
            for (var file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                new ClassReader(Files.readAllBytes(file)).accept(new Reader(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> from(Method method) {
        var found = new TreeSet<String>();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(Type.getInternalName(method.getDeclaringClass()) + "." + method.getName() + Type.getMethodDescriptor(method)));
        while (!open.isEmpty()) {
            for (var target : targets(open.poll())) {
                if (seen.add(target) && !target.matches(ELSEWHERE)) {
                    found.addAll(methods.get(target).codes());
                    open.addAll(methods.get(target).calls());
                }
            }
        }
        return found;
    }

    /** The methods that may be meant: that of the type or of what it extends, and those of what extends it. */
    private Set<String> targets(String call) {
        var dot = call.indexOf('.');
        var name = call.substring(dot);
        var targets = new LinkedHashSet<String>();
        var types = new ArrayDeque<>(List.of(call.substring(0, dot)));
        var seen = new HashSet<String>();
        while (!types.isEmpty()) {
            var type = types.poll();
            if (seen.add(type)) {
                if (methods.containsKey(type + name)) {
                    targets.add(type + name);
                } else {
                    types.addAll(parents.getOrDefault(type, Set.of()));
                }
                children.getOrDefault(type, Set.of()).stream().filter(child -> methods.containsKey(child + name)).forEach(types::add);
            }
        }
        return targets;
    }

    private final class Reader extends ClassVisitor {

        private String type;

        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
            type = name;
            var above = new HashSet<>(Set.of(interfaces));
            above.add(superName);
            parents.put(name, above);
            above.forEach(each -> children.computeIfAbsent(each, none -> new HashSet<>()).add(name));
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            var node = new Node(new ArrayList<>(), new TreeSet<>());
            methods.put(type + "." + name + descriptor, node);
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
                    if (owner.startsWith("io/portolan/")) {
                        node.calls().add(owner + "." + called + calledDescriptor);
                    }
                }

                @Override
                public void visitInvokeDynamicInsn(String called, String calledDescriptor, Handle bootstrap, Object... arguments) {
                    for (var argument : arguments) {
                        if (argument instanceof Handle handle && handle.getOwner().startsWith("io/portolan/")) {
                            node.calls().add(handle.getOwner() + "." + handle.getName() + handle.getDesc());
                        }
                    }
                }

                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof String text && ProblemCodes.isKnown(text)) {
                        node.codes().add(text);
                    }
                }
            };
        }
    }
}
