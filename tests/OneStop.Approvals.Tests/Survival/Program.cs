using OneStop.Approvals.Tests.Survival;

// The test runner loads this assembly as a library; started as a program it is the process that the kill tests kill.
await SurvivalWorker.RunAsync(args);
