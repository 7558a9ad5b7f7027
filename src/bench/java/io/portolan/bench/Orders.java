package io.portolan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The orders that a side gets on its standard input, a line each. */
final class Orders {

    private Orders() { }

    /** Says that the side is ready, then answers every order, until there are no more. */
    static void serve(Function<String[], List<Double>> doing) throws IOException {
        answer(List.of(0.0));
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            answer(doing.apply(order.split(" ")));
        }
    }

    private static void answer(List<Double> numbers) {
        System.out.println(Side.ANSWER + numbers.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
}
