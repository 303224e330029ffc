// Identifiers ascend within a process; classes whose clocks stand hours apart would disturb each other's order.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
